import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import { readModel } from './read-model';
import { tileSized } from './thumbnail-url';

/** What a model card, a filter and a batch need of a model. */
export interface ModelSummary {
  id: ModelId;
  /** The model's name, else its id. */
  name: string;
  description: string;
  type: string;
  status: string;
  privacy: string;
  createdAt: string;
  updatedAt: string;
  collectionIds: readonly CollectionId[];
  tags: readonly string[];
  capabilities: readonly string[];
  thumbnailUrl: string | undefined;
  /** The asset to draw where there is no thumbnail. */
  exampleAssetId: AssetId | undefined;
}

/** A model as a workspace sent it, reduced; undefined without an id. */
export function readModelSummary(value: unknown): ModelSummary | undefined {
  const model = readModel(value);
  return (
    model && {
      id: model.id,
      name: model.name?.trim() || model.id,
      description: model.shortDescription ?? '',
      type: model.type,
      status: model.status,
      privacy: model.privacy,
      createdAt: model.createdAt,
      updatedAt: model.updatedAt,
      collectionIds: model.collectionIds,
      tags: model.tags,
      capabilities: model.capabilities,
      thumbnailUrl: model.thumbnail && tileSized(model.thumbnail.url),
      exampleAssetId: model.exampleAssetIds[0],
    }
  );
}
