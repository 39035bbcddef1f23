/**
 * Limits of the contract, as the service documents them. Going over one is refused whole, with a 4xx
 * that does not say which limit it was, so both sides read them from here.
 */
export const LIMITS = {
  /** Ids in one `PUT` / `DELETE /collections/{id}/assets` or `/models`. */
  membersPerRequest: 49,
  /** Ids in one `DELETE /assets`. */
  assetsPerDelete: 100,
  /** Ids in one `POST /assets/get-bulk` or `/models/get-bulk`. */
  idsPerBulkRead: 200,
  /** `pageSize` of `GET /collections`: default and maximum. */
  collectionsPage: { default: 10, max: 100 },
  /** `pageSize` of `GET /assets`. */
  assetsPage: { default: 50, max: 100 },
  /** `pageSize` of `GET /models`. */
  modelsPage: { default: 100, max: 500 },
  /** `pageSize` of `GET /tags`. */
  tagsPage: { default: 50, max: 100 },
  /** `limit` / `hitsPerPage` of `POST /search/assets`. */
  searchPage: { default: 20, max: 100 },
  /** A picture in one `POST /assets` has fewer bytes than this. */
  wholeAssetBytes: 6_000_000,
  /** Parts of one upload. */
  partsPerUpload: 10_000,
  /** Characters of a collection name after trimming (undocumented; the service's own plugin uses 200). */
  collectionName: 200,
  /** Requests a minute and project before the service answers 429. */
  requestsPerMinute: 100,
} as const;
