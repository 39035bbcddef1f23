import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '~/api/client';
import { clientForQuery } from '~/api/client-for-query';
import type { ModelSummary } from '~/api/model-summary';
import { getModel, listModels } from '~/api/models';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import { refuseRepeatedToken } from '~/api/refuse-repeated-token';
import type { ModelId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { ListModelsQuery } from '~/contract/model';
import { canWrite, type Workspace } from '~/workspaces/workspace';
import type { ModelScope } from './model-filters';

export type ModelPage = Page<ModelSummary>;
/** `private:` or `public:`, then the token of that listing; undefined for the first page of private models. */
export type ModelPageParam = string | undefined;

const MINUTE = 60_000;

/** Every read of models. Private models come first, then the public ones: the contract lists them apart. */
export const modelQueries = {
  list: (workspace: Workspace, scope: ModelScope = {}) =>
    infiniteQueryOptions({
      queryKey: queryKeys.modelList(workspace.id, scope),
      queryFn: async (context) => {
        const { pageParam, signal } = context;
        const client = clientForQuery(workspace.client, context, { isNext: pageParam !== undefined });
        const page = await readPage(client, scope, pageParam, signal);
        refuseRepeatedToken(context, page.next);
        return page;
      },
      // Without a key nothing is one's own.
      initialPageParam: canWrite(workspace) ? undefined : 'public:',
      getNextPageParam: (last) => last.next,
      staleTime: MINUTE / 2,
    }),

  detail: (workspace: Workspace, id: ModelId) =>
    queryOptions({
      queryKey: queryKeys.modelDetail(workspace.id, id),
      queryFn: (context) => getModel(clientForQuery(workspace.client, context), id, context.signal),
      staleTime: MINUTE,
    }),
};

async function readPage(
  client: ApiClient,
  scope: ModelScope,
  pageParam: ModelPageParam,
  signal: AbortSignal,
): Promise<ModelPage> {
  const [privacy = 'private', ...rest] = (pageParam ?? 'private:').split(':');
  const token = rest.join(':');
  const query = { ...listingQuery(privacy, scope), ...(token && { paginationToken: token }) };
  const page = await listModels(client, query, signal);
  if (page.next !== undefined) return { ...page, next: `${privacy}:${page.next}` };
  return { ...page, next: privacy === 'private' ? 'public:' : undefined };
}

/** Public models know a collection by another parameter than private ones. */
function listingQuery(privacy: string, { collectionId }: ModelScope): ListModelsQuery {
  const shared = { pageSize: LIMITS.modelsPage.default, sortBy: 'createdAt', sortDirection: 'desc' } as const;
  if (privacy === 'public')
    return { ...shared, privacy, ...(collectionId && { collectionIds: collectionId }) };
  return { ...shared, privacy: 'private', ...(collectionId && { collectionId }) };
}
