import { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import { listAssets } from '~/api/assets';
import { getCollection } from '~/api/collections';
import type { ModelSummary } from '~/api/model-summary';
import { eachPage } from '~/api/each-page';
import { listModels } from '~/api/models';
import type { Page } from '~/api/page';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Answer, BatchTask } from './batch-task';

export interface Members {
  collection: Collection;
  assets: readonly AssetSummary[];
  models: readonly ModelSummary[];
  /** True where as many were read as the collection counts. */
  complete: boolean;
}

/** Reads a collection and everything in it, page by page. Fails with the first refusal. */
export async function readMembers(
  task: BatchTask,
  id: CollectionId,
  onProgress: (read: number, total: number) => void,
): Promise<Answer<Members>> {
  const record = await task.sendUntilClear(() => getCollection(task.client, id));
  if (!record.ok) return record;
  const collection = record.value;
  const { signal } = new AbortController();
  const sort = { sortBy: 'createdAt', sortDirection: 'desc' } as const;
  const page = (token: string | undefined) => (token === undefined ? {} : { paginationToken: token });

  const assets = await readAll(
    task,
    (token) =>
      listAssets(
        task.client,
        { collectionId: id, pageSize: LIMITS.assetsPage.max, ...sort, ...page(token) },
        signal,
      ),
    (count) => onProgress(count, collection.itemCount),
  );
  if (!assets.ok) return assets;

  const own = await readAll(task, (token) =>
    listModels(task.client, { collectionId: id, pageSize: LIMITS.modelsPage.max, ...page(token) }, signal),
  );
  if (!own.ok) return own;
  let models = own.value;
  if (models.length < collection.modelCount) {
    // Public models are listed under another parameter and never together with one's own.
    const shared = await readAll(task, (token) =>
      listModels(
        task.client,
        { collectionIds: id, privacy: 'public', pageSize: LIMITS.modelsPage.max, ...page(token) },
        signal,
      ),
    );
    if (!shared.ok) return shared;
    models = [...new Map([...models, ...shared.value].map((model) => [model.id, model])).values()];
  }
  const complete = assets.value.length >= collection.assetCount && models.length >= collection.modelCount;
  return { ok: true, value: { collection, assets: assets.value, models, complete } };
}

async function readAll<T extends { id: string }>(
  task: BatchTask,
  read: (token: string | undefined) => Promise<Page<T>>,
  onProgress: (count: number) => void = () => {},
): Promise<{ ok: true; value: T[] } | { ok: false; error: ApiError }> {
  const items = new Map<string, T>();
  const readPage = async (token: string | undefined) => {
    const answer = await task.sendUntilClear(() => read(token));
    if (!answer.ok) throw answer.error;
    return answer.value;
  };
  try {
    for await (const page of eachPage(readPage, { repeated: 'ends' })) {
      for (const item of page.items) items.set(item.id, item);
      onProgress(items.size);
    }
  } catch (thrown) {
    if (thrown instanceof ApiError) return { ok: false, error: thrown };
    throw thrown;
  }
  return { ok: true, value: [...items.values()] };
}
