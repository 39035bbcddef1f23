import type { AssetId } from '~/contract/ids';
import type { Picture } from '~/contract/picture';
import { recordField, textField, urlField } from './loose-fields';

/** A picture that stands for a record; undefined without an asset or an address to load it from. */
export function readPicture(value: unknown): Picture | undefined {
  const { assetId, url } = recordField(value);
  const id = textField(assetId);
  const address = urlField(url);
  return id && address !== undefined ? { assetId: id as AssetId, url: address } : undefined;
}
