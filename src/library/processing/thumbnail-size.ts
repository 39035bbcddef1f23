import type { PixelSize } from './image-size';

/** Longest side of a thumbnail in pixels. */
export const THUMBNAIL_SIDE = 512;

/** The size of a thumbnail; small pictures keep theirs. */
export function thumbnailSize({ width, height }: PixelSize): PixelSize {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** A thumbnail may be this much smaller where that is how the picture was decoded: 480 px instead of 512. */
const TOLERANCE = 15 / 16;

/**
 * The smallest eighth of a JPEG that makes a thumbnail: decoders scale by eighths while decoding, and pick the nearest one,
 * so asking for the thumbnail's own size may give a far smaller, blurry picture.
 */
export function decodingSize(stored: PixelSize): PixelSize {
  const { width } = thumbnailSize(stored);
  const eighths = Math.min(8, Math.ceil((8 * TOLERANCE * width) / stored.width));
  return {
    width: Math.ceil((stored.width * eighths) / 8),
    height: Math.ceil((stored.height * eighths) / 8),
  };
}
