import type { AssetSummary } from '~/api/asset-summary';

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/vnd.radiance': 'hdr',
  'image/x-exr': 'exr',
  'image/tiff': 'tif',
  'audio/mpeg': 'mp3',
  'video/quicktime': 'mov',
  'model/gltf-binary': 'glb',
  'text/plain': 'txt',
};

/** A file name for the original: the asset's name without what file systems refuse, with its type's extension. */
export function fileNameOf({ name, id, mimeType }: Pick<AssetSummary, 'name' | 'id' | 'mimeType'>): string {
  const base =
    name
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120) || id;
  const extension = EXTENSIONS[mimeType] ?? /\/([a-z0-9]+)$/.exec(mimeType)?.[1] ?? '';
  return extension === '' || base.toLowerCase().endsWith(`.${extension}`) ? base : `${base}.${extension}`;
}
