import type { AssetId, ModelId } from '~/contract/ids';
import type { Model } from '~/contract/model';
import type { KnownFields } from './known-fields';
import { type ListKey, listKeys } from './list-keys';
import { OWNER_ID } from './owner';

/** A model as stored; its picture is an asset id, or a model's own thumbnail under the model's id. */
export interface StoredModel extends Omit<KnownFields<Model>, 'thumbnail'> {
  thumbnail?: AssetId;
  /** `#rrggbb`, as the asset that is its thumbnail has it. */
  color?: string;
}

export interface ModelRecord {
  id: ModelId;
  model: StoredModel;
  /** Name as compared when a generation names its model. */
  nameKey?: string;
  byCreated: readonly ListKey[];
  byUpdated: readonly ListKey[];
  byScore: readonly ListKey[];
}

/** Builds the record with its listing keys. Models in more collections score higher. */
export function modelRecord(model: StoredModel): ModelRecord {
  const own = model.ownerId === undefined || model.ownerId === OWNER_ID;
  const scopes = [own && 'own', model.privacy === 'public' && 'public'].filter((scope) => scope !== false);
  const listings = scopes.flatMap((scope) => [
    scope,
    ...model.collectionIds.map((id) => `${scope}/c/${id}`),
    ...model.tags.map((tag) => `${scope}/g/${tag}`),
  ]);
  return {
    id: model.id,
    model,
    ...(own && model.name && { nameKey: modelNameKey(model.name) }),
    byCreated: listKeys(listings, -Date.parse(model.createdAt), model.id),
    byUpdated: listKeys(listings, -Date.parse(model.updatedAt), model.id),
    byScore: listKeys(listings, -model.collectionIds.length, model.id),
  };
}

/** Trimmed and without case, as names of models are written differently by every tool. */
export function modelNameKey(name: string): string {
  return name.trim().toLowerCase();
}
