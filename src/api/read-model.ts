import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import type { Model } from '~/contract/model';
import { amountField, recordField, textField, textsField } from './loose-fields';
import { readPicture } from './read-picture';

/** A model as a workspace sent it, made whole: only the id must be there. */
export function readModel(value: unknown): Model | undefined {
  const raw = recordField(value);
  const id = textField(raw['id']);
  if (!id) return undefined;
  const createdAt = textField(raw['createdAt']) ?? '';
  return {
    ...raw,
    id: id as ModelId,
    name: textField(raw['name']),
    shortDescription: textField(raw['shortDescription']),
    type: textField(raw['type']) ?? '',
    status: textField(raw['status']) ?? '',
    privacy: textField(raw['privacy']) ?? 'private',
    source: textField(raw['source']) ?? '',
    tags: textsField(raw['tags']),
    collectionIds: textsField<CollectionId>(raw['collectionIds']),
    exampleAssetIds: textsField<AssetId>(raw['exampleAssetIds']),
    capabilities: textsField(raw['capabilities']),
    custom: raw['custom'] === true,
    trainingImagesNumber: amountField(raw['trainingImagesNumber']),
    createdAt,
    updatedAt: textField(raw['updatedAt']) ?? createdAt,
    thumbnail: readPicture(raw['thumbnail']),
    ownerId: textField(raw['ownerId']),
    authorId: textField(raw['authorId']),
  };
}
