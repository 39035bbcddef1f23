import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { ApiError } from '~/api/api-error';
import { type ModelSummary, readModelSummary } from '~/api/model-summary';
import { getModel, getModelsInBulk } from '~/api/models';
import { queryKeys } from '~/api/query-keys';
import { bulkReader } from '~/assets/bulk-reader';
import type { ModelId } from '~/contract/ids';
import { canWrite, type Workspace } from '~/workspaces/workspace';
import type { ModelPage } from './model-queries';

/** Milliseconds in which an address that was just given is not asked for again. */
const FRESH_MS = 60_000;

const lastRead = new WeakMap<Workspace, Map<ModelId, number>>();

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
 * one. False where there is none, or where it was read only a moment ago.
 */
export async function rereadModel(
  queryClient: QueryClient,
  workspace: Workspace,
  { id, thumbnailUrl }: Pick<ModelSummary, 'id' | 'thumbnailUrl'>,
): Promise<boolean> {
  const times = lastRead.get(workspace) ?? new Map<ModelId, number>();
  lastRead.set(workspace, times);
  if (Date.now() - (times.get(id) ?? 0) < FRESH_MS) return false;
  times.set(id, Date.now());
  const fresh = await readInBulk(workspace, id).catch(() => undefined);
  if (!fresh || fresh.thumbnailUrl === thumbnailUrl) return false;
  const renewed = (model: ModelSummary): ModelSummary =>
    model.id === id ? { ...model, thumbnailUrl: fresh.thumbnailUrl } : model;
  const lists = { queryKey: queryKeys.modelLists(workspace.id) };
  for (const { queryKey, state } of queryClient.getQueryCache().findAll(lists)) {
    const data = state.data as InfiniteData<ModelPage> | undefined;
    if (!data?.pages.some(({ items }) => items.some((model) => model.id === id))) continue;
    const pages = data.pages.map((page) => ({ ...page, items: page.items.map(renewed) }));
    queryClient.setQueryData(queryKey, { ...data, pages }, { updatedAt: state.dataUpdatedAt });
  }
  return true;
}
