import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { ApiError } from '~/api/api-error';
import { type ModelSummary, readModelSummary } from '~/api/model-summary';
import { getModel, getModelsInBulk } from '~/api/models';
import { queryKeys } from '~/api/query-keys';
import { bulkReader } from '~/assets/bulk-reader';
import { createReadLately } from '~/assets/read-lately';
import type { ModelId } from '~/contract/ids';
import { canWrite, type Workspace } from '~/workspaces/workspace';
import type { ModelPage } from './model-queries';

const wasReadLately = createReadLately();

const readInBulk = bulkReader<ModelId, ModelSummary>(async (workspace, ids) => {
  const client = workspace.client.at('ahead');
  const found = canWrite(workspace) ? await getModelsInBulk(client, ids) : [];
  // Some services leave thumbnails out of a bulk answer, and public access has none.
  const lacking = ids.filter((id) => !found.some((model) => model.id === id && model.thumbnailUrl));
  const single = await Promise.all(
    lacking.map(async (id) =>
      getModel(client, id).then(readModelSummary, (thrown: unknown) => {
        if (thrown instanceof ApiError) return undefined;
        throw thrown;
      }),
    ),
  );
  return [...found, ...single.filter((model) => model !== undefined)];
});

/**
 * Reads a model again whose picture did not load: its address is signed and runs out. What is shown of it gets the new
 * one, unless it was read only a moment ago.
 */
export async function rereadModel(
  queryClient: QueryClient,
  workspace: Workspace,
  { id, thumbnailUrl }: Pick<ModelSummary, 'id' | 'thumbnailUrl'>,
): Promise<void> {
  if (wasReadLately(workspace, id)) return;
  const fresh = await readInBulk(workspace, id).catch(() => undefined);
  if (!fresh || fresh.thumbnailUrl === thumbnailUrl) return;
  const renewed = (model: ModelSummary): ModelSummary =>
    model.id === id ? { ...model, thumbnailUrl: fresh.thumbnailUrl } : model;
  const lists = { queryKey: queryKeys.modelLists(workspace.id) };
  for (const { queryKey, state } of queryClient.getQueryCache().findAll(lists)) {
    const data = state.data as InfiniteData<ModelPage> | undefined;
    if (!data?.pages.some(({ items }) => items.some((model) => model.id === id))) continue;
    const pages = data.pages.map((page) => ({ ...page, items: page.items.map(renewed) }));
    queryClient.setQueryData(queryKey, { ...data, pages }, { updatedAt: state.dataUpdatedAt });
  }
}
