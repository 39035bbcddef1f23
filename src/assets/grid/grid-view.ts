import * as z from 'zod/mini';
import { readStoredText, writeStoredText } from '~/ui/stored-text';

const GRID_LAYOUTS = ['justified', 'square', 'list'] as const;
export type GridLayoutKind = (typeof GRID_LAYOUTS)[number];

/** How a grid is drawn. `size` is the height rows aim at, or the edge of a square, in CSS pixels. */
export interface GridView {
  readonly layout: GridLayoutKind;
  readonly size: number;
}

export const TILE_SIZE = { min: 80, max: 480, default: 200 } as const;
/** One step of `-` `=` and of the wheel. */
const STEP = 1.2;

/** Search parameters of a place that has a grid; what is missing or invalid is the person's default. */
export const gridViewSearch = {
  layout: z.catch(z.optional(z.enum(GRID_LAYOUTS)), undefined),
  size: z.catch(
    z.optional(z.coerce.number().check(z.int(), z.minimum(TILE_SIZE.min), z.maximum(TILE_SIZE.max))),
    undefined,
  ),
};

const STORED = 'vitrine:tile-size';

/** The view an address asks for, filled up with what the person last chose. */
export function gridViewOf({
  layout = 'justified',
  size = storedSize(),
}: {
  layout?: GridLayoutKind | undefined;
  size?: number | undefined;
}): GridView {
  return { layout, size };
}

/** Keeps a chosen size as the default for addresses that name none. */
export function storeTileSize(size: number): void {
  writeStoredText(STORED, String(size));
}

function storedSize(): number {
  const stored = Number(readStoredText(STORED));
  return stored >= TILE_SIZE.min && stored <= TILE_SIZE.max ? stored : TILE_SIZE.default;
}

/** The size `steps` larger (or smaller), within bounds. */
export function steppedSize(size: number, steps: number): number {
  return Math.round(Math.min(TILE_SIZE.max, Math.max(TILE_SIZE.min, size * STEP ** steps)));
}
