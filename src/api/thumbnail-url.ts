import type { Asset } from '~/contract/asset';
import { recordField, textField } from './loose-fields';

/** Pictures every browser shows; TIFF, PSD and HEIC without a thumbnail are shown as icon and facts. */
const SHOWN_TYPES = /^image\/(png|jpe?g|webp|avif|gif|svg\+xml)$/;
/** Scenario's CDN: `/thumbnails/{id}` is public and unsigned, also for private assets and for hits without one. */
const SCENARIO_CDN = /^https:\/\/cdn(?:\.cloud)?\.scenario\.com(?=\/)/;
/** Pixels asked of the CDN for a tile. */
const TILE_WIDTH = 512;

/** Where a small picture of an asset is, if there is one: its thumbnail, the CDN's rule, or the picture itself. */
export function thumbnailUrlOf(asset: Asset): string | undefined {
  const { thumbnail, url, kind, mimeType } = asset;
  if (thumbnail) return tileSized(thumbnail.url);
  const cdn = SCENARIO_CDN.exec(url)?.[0];
  if (cdn) {
    const { assetId } = recordField(asset.metadata['thumbnail']);
    return `${cdn}/thumbnails/${encodeURIComponent(textField(assetId) || asset.id)}`;
  }
  const isShown = kind === 'image' && url !== '' && (mimeType === '' || SHOWN_TYPES.test(mimeType));
  return isShown ? tileSized(url) : undefined;
}

/**
 * Signed transform addresses take a width at their very end: their signature ends in a wildcard there, while
 * anything before it, or on any other address, breaks it.
 */
export function tileSized(url: string): string {
  if (!SCENARIO_CDN.test(url)) return url;
  const { pathname, search, searchParams } = new URL(url);
  if (!pathname.startsWith('/assets-transform/') || search === '' || searchParams.has('width')) return url;
  return `${url}&width=${TILE_WIDTH}`;
}
