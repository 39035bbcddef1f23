import type { CSSProperties } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { colorIn } from './color-in';

interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What the box of a picture shows until that is there: its colour, as large as the picture will be, so that nothing
 * of it stays in sight beside it.
 */
export function pictureGround(
  { thumbnailUrl, width, height }: Pick<AssetSummary, 'thumbnailUrl' | 'width' | 'height'>,
  box: PixelSize,
  fit: 'cover' | 'contain',
): CSSProperties | undefined {
  const color = colorIn(thumbnailUrl);
  if (color === undefined) return undefined;
  if (fit === 'cover') return { backgroundColor: color };
  if (width === 0 || height === 0) return undefined;
  const ratio = (width * box.height) / (height * box.width);
  return {
    backgroundImage: `linear-gradient(${color},${color})`,
    backgroundSize: ratio > 1 ? `100% ${100 / ratio}%` : `${100 * ratio}% 100%`,
  };
}
