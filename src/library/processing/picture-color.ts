import { dominantColor } from './dominant-color';

/** Pixels of a side that a picture is brought down to before it is looked at. */
const SIDE = 16;

/**
 * The dominant colour of a picture, `#rrggbb`; undefined where any of it is transparent. Give it a small one (≤ 512 px,
 * under a millisecond): a large one is read whole.
 */
export function pictureColor(picture: CanvasImageSource): string | undefined {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  // Less than that looks at a few of its pixels only.
  context.imageSmoothingQuality = 'medium';
  context.drawImage(picture, 0, 0, SIDE, SIDE);
  return dominantColor(context.getImageData(0, 0, SIDE, SIDE).data);
}
