import type { CollectionId } from '~/contract/ids';
import { changeCollectionCounts } from './collection-counts';
import { modelRecord, type StoredModel } from './model-record';
import { AUTHOR_ID, OWNER_ID } from './owner';
import type { Storage, WriteTransaction } from './storage';
import { TagCounts } from './tag-counts';
import type { TableName } from './tables';

/** What has to be said about a new model; everything else has a plain default. */
export type NewModel = Partial<StoredModel> & Pick<StoredModel, 'id' | 'createdAt'>;

const MODEL_TABLES = ['models', 'collections', 'tags'] as const satisfies readonly TableName[];

/** Writes models in one transaction. Unknown collections are left out. */
export async function insertModels(storage: Storage, models: readonly NewModel[]): Promise<void> {
  await storage.write(MODEL_TABLES, (tx) => insertModelsIn(tx, models));
}

/** The same inside a transaction that holds models, collections and tags. */
export async function insertModelsIn(tx: WriteTransaction, models: readonly NewModel[]): Promise<void> {
  const named = [...new Set(models.flatMap(({ collectionIds = [] }) => collectionIds))];
  const known = await tx.getMany('collections', named);
  const existing = new Set(known.flatMap((collection) => collection?.id ?? []));
  const joined = new Map<CollectionId, number>();
  const tags = new TagCounts();
  let latest = '';
  for (const given of models) {
    const model = withDefaults(given, existing);
    for (const id of model.collectionIds) joined.set(id, (joined.get(id) ?? 0) + 1);
    if (model.ownerId === OWNER_ID) tags.replace([], model.tags);
    tx.put('models', modelRecord(model));
    if (model.createdAt > latest) latest = model.createdAt;
  }
  await changeCollectionCounts(tx, 'modelCount', joined, latest);
  await tags.flush(tx, latest);
}

function withDefaults(given: NewModel, existing: ReadonlySet<CollectionId>): StoredModel {
  return {
    type: 'custom',
    status: 'trained',
    privacy: 'private',
    source: 'other',
    tags: [],
    exampleAssetIds: [],
    capabilities: ['txt2img'],
    custom: false,
    trainingImagesNumber: 0,
    ownerId: OWNER_ID,
    authorId: AUTHOR_ID,
    updatedAt: given.createdAt,
    ...given,
    collectionIds: (given.collectionIds ?? []).filter((id) => existing.has(id)),
  };
}
