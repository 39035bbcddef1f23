import type { AssetSummary } from '~/api/asset-summary';

/** Longer edge of a thumbnail in pixels: the built-in library's, and about that of the service's. */
const THUMBNAIL_EDGE = 512;
/** Widths asked of a server that scales pictures; few, so that they are found in its cache. */
const WIDTHS = [256, 512, 1024];
/** Bytes up to which an original may stand in for a thumbnail that is too small. */
const SMALL_ORIGINAL = 400_000;
const SHOWN_TYPES = /^image\/(png|jpe?g|webp|avif|gif|svg\+xml)$/;
const SCENARIO_ORIGINAL = /^(https:\/\/cdn\.(?:cloud\.)?scenario\.com)\/assets\//;

/**
 * The address of the picture for a box whose longer edge has so many device pixels: the smallest one that fills it,
 * and an original only where it is hardly larger.
 */
export function renditionOf(asset: AssetSummary, edge: number): string | undefined {
  const { thumbnailUrl, url, id } = asset;
  if (thumbnailUrl === undefined) return undefined;
  // What is appended stands outside of what the address is signed for.
  if (thumbnailUrl.includes('/assets-transform/')) {
    const width = WIDTHS.find((candidate) => candidate >= edge) ?? WIDTHS.at(-1);
    const plain = thumbnailUrl.replace(/&width=\d+$/, '');
    return `${plain}${plain.includes('?') ? '&' : '?'}width=${width}`;
  }
  if (thumbnailUrl === url)
    return thumbnailUrl.replace(SCENARIO_ORIGINAL, `$1/thumbnails/${id}#`).split('#')[0];
  return edge > THUMBNAIL_EDGE && isSmall(asset) ? url : thumbnailUrl;
}

function isSmall({ kind, mimeType, size }: AssetSummary): boolean {
  return kind === 'image' && SHOWN_TYPES.test(mimeType) && size > 0 && size <= SMALL_ORIGINAL;
}
