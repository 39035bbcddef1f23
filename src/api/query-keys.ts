/**
 * Keys of every cached read, generic → specific, workspace first. They stand here because those who write a
 * listing (`assets`, `collections`, `models`) and those who fold confirmed batches into it (`batches`) must
 * agree without knowing each other. Finite and infinite queries never share a key.
 */
export const queryKeys = {
  workspace: (workspaceId: string) => [workspaceId] as const,

  assets: (workspaceId: string) => [workspaceId, 'assets'] as const,
  /** Infinite: `InfiniteData<Page<AssetSummary>>`. */
  assetLists: (workspaceId: string) => [workspaceId, 'assets', 'list'] as const,
  assetList: <F extends object>(workspaceId: string, filters: F) =>
    [workspaceId, 'assets', 'list', filters] as const,
  /** Infinite, of one page: a page far into a listing, which begins at `start`. */
  assetWindow: <F extends object, S extends object>(workspaceId: string, filters: F, start: S) =>
    [workspaceId, 'assets', 'list', filters, start] as const,
  /** Finite: how many assets match. */
  assetCounts: (workspaceId: string) => [workspaceId, 'assets', 'count'] as const,
  assetCount: <F extends object>(workspaceId: string, filters: F) =>
    [workspaceId, 'assets', 'count', filters] as const,
  /** Finite: dates of a listing with the positions at which they begin. */
  assetTimeline: <F extends object>(workspaceId: string, filters: F) =>
    [workspaceId, 'assets', 'timeline', filters] as const,
  /** Finite: the whole record of one asset. */
  assetDetails: (workspaceId: string) => [workspaceId, 'assets', 'detail'] as const,
  assetDetail: (workspaceId: string, id: string) => [workspaceId, 'assets', 'detail', id] as const,
  /** Finite: the original of one asset as text. */
  assetText: (workspaceId: string, id: string) => [workspaceId, 'assets', 'text', id] as const,
  /** Finite: the loudness of one sound over its length. */
  assetSound: (workspaceId: string, id: string) => [workspaceId, 'assets', 'sound', id] as const,
  /** Finite: one asset as a tile needs it, for what shows its picture alone. */
  assetPicture: (workspaceId: string, id: string) => [workspaceId, 'assets', 'picture', id] as const,
  newestAssets: (workspaceId: string) => [workspaceId, 'assets', 'newest'] as const,
  /** Finite: the newest asset of a collection, drawn where it has no thumbnail. */
  newestAsset: (workspaceId: string, collectionId: string) =>
    [workspaceId, 'assets', 'newest', collectionId] as const,

  collections: (workspaceId: string) => [workspaceId, 'collections'] as const,
  /** Infinite: `InfiniteData<Page<Collection>>`, in pages of 100. */
  collectionList: (workspaceId: string) => [workspaceId, 'collections', 'list'] as const,
  collectionDetails: (workspaceId: string) => [workspaceId, 'collections', 'detail'] as const,
  collectionDetail: (workspaceId: string, id: string) => [workspaceId, 'collections', 'detail', id] as const,

  models: (workspaceId: string) => [workspaceId, 'models'] as const,
  /** Infinite: `InfiniteData<Page<ModelSummary>>`. */
  modelLists: (workspaceId: string) => [workspaceId, 'models', 'list'] as const,
  modelList: <F extends object>(workspaceId: string, filters: F) =>
    [workspaceId, 'models', 'list', filters] as const,
  modelDetail: (workspaceId: string, id: string) => [workspaceId, 'models', 'detail', id] as const,

  /** Finite: what is left of the files that a tab had not sent when it was closed. */
  unreadFiles: (workspaceId: string) => [workspaceId, 'unread files'] as const,
  unreadOfSession: (workspaceId: string, sessionId: string) =>
    [workspaceId, 'unread files', sessionId] as const,

  tags: (workspaceId: string) => [workspaceId, 'tags'] as const,
};
