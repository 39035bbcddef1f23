import type { Asset } from '~/contract/asset';
import type { Collection } from '~/contract/collection';
import type { AssetId } from '~/contract/ids';
import type { Model } from '~/contract/model';
import type { Picture } from '~/contract/picture';
import type { Addresses } from './addresses';
import type { AssetRecord } from './asset-record';
import type { ModelRecord } from './model-record';
import { OWNER_ID } from './owner';
import type { CollectionRecord } from './tables';

/** A stored asset as the contract shows it. */
export function presentAsset({ asset }: AssetRecord, addresses: Addresses): Asset {
  const { thumbnail, color, preview, firstFrame, lastFrame, ...rest } = asset;
  return {
    ...rest,
    url: addresses.original(asset.id),
    ...(thumbnail && { thumbnail: picture(thumbnail, addresses, color) }),
    ...(preview && { preview: picture(preview, addresses) }),
    ...(firstFrame && { firstFrame: picture(firstFrame, addresses) }),
    ...(lastFrame && { lastFrame: picture(lastFrame, addresses) }),
  };
}

/** A stored collection as the contract shows it. */
export function presentCollection(record: CollectionRecord, addresses: Addresses): Collection {
  const { order: _order, thumbnail, color, ...rest } = record;
  return {
    ...rest,
    ownerId: OWNER_ID,
    itemCount: record.assetCount + record.modelCount,
    ...(thumbnail && { thumbnail: picture(thumbnail, addresses, color) }),
  };
}

/** A stored model as the contract shows it. */
export function presentModel({ model }: ModelRecord, addresses: Addresses): Model {
  const { thumbnail, color, ...rest } = model;
  return { ...rest, ...(thumbnail && { thumbnail: picture(thumbnail, addresses, color) }) };
}

function picture(assetId: AssetId, addresses: Addresses, color?: string): Picture {
  return { assetId, url: addresses.thumbnail(assetId, color) };
}
