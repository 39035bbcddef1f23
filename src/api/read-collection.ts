import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { amountField, recordField, textField } from './loose-fields';
import { readPicture } from './read-picture';
import { tileSized } from './thumbnail-url';

/** A collection as a workspace sent it, made whole: only the id must be there; a missing name is the id. */
export function readCollection(value: unknown): Collection | undefined {
  const raw = recordField(value);
  const id = textField(raw['id']);
  if (!id) return undefined;
  const assetCount = amountField(raw['assetCount']);
  const modelCount = amountField(raw['modelCount']);
  const createdAt = textField(raw['createdAt']) ?? '';
  const thumbnail = readPicture(raw['thumbnail']);
  return {
    id: id as CollectionId,
    name: textField(raw['name'])?.trim() || id,
    ownerId: textField(raw['ownerId']) ?? '',
    assetCount,
    modelCount,
    itemCount: assetCount + modelCount,
    createdAt,
    updatedAt: textField(raw['updatedAt']) ?? createdAt,
    ...(thumbnail && { thumbnail: { ...thumbnail, url: tileSized(thumbnail.url) } }),
  };
}
