/** Rows of a listing that came together, as a page does. */
export interface SequencePart<T> {
  /** The same as long as it is the same page, whatever its rows; earlier pages have smaller keys. */
  readonly key: number;
  /** Undefined while they are not kept: then `shapes` stand for them. */
  readonly items: readonly T[] | undefined;
  /** Width ÷ height of rows that are not kept. */
  readonly shapes?: Float32Array | undefined;
  /** Positions between the part before and this one that have not been read. */
  readonly gap: number;
  /** Starts a row of the layout, so that what stands above can grow without touching this one. */
  readonly breaks: boolean;
}

/** A part with its place in the whole. */
export interface PlacedPart<T> {
  readonly key: number;
  /** What it was made of. */
  readonly source: readonly T[] | undefined;
  /** Without what stands in another part. */
  readonly items: readonly T[] | undefined;
  readonly shapes: Float32Array | undefined;
  readonly gap: number;
  readonly breaks: boolean;
  /** Position of the first row in the whole listing. */
  readonly start: number;
  readonly length: number;
  readonly number: number;
  /** The same object as long as the boxes of its rows have the same shapes. */
  readonly geometry: object;
}

type AspectIn<T> = (part: PlacedPart<T>, index: number) => number;

/** Gives each part its position; one whose rows have the shapes they had before keeps its geometry. */
export function placeParts<T>(
  parts: readonly SequencePart<T>[],
  read: ReadonlyMap<number, Pick<PlacedPart<T>, 'number' | 'items'>>,
  before: ReadonlyMap<number, PlacedPart<T>>,
  aspectIn: AspectIn<T>,
): { parts: PlacedPart<T>[]; end: number } {
  let end = 0;
  const placed = parts.map(({ key, items: source, shapes: given, gap, breaks }): PlacedPart<T> => {
    const known = before.get(key);
    const { number = 0, items } = read.get(key) ?? {};
    const start = end + gap;
    if (known && known.number === number && known.start === start && known.source === source) {
      end = start + known.length;
      if (known.gap === gap && known.breaks === breaks) return known;
    }
    const shapes = items ? undefined : given;
    const length = items?.length ?? shapes?.length ?? 0;
    end = start + length;
    const part = { key, source, items, shapes, gap, breaks, start, length, number, geometry: {} };
    if (!known || !hasSameShapes(part, known, aspectIn)) return part;
    return { ...part, geometry: known.geometry };
  });
  return { parts: placed, end };
}

function hasSameShapes<T>(one: PlacedPart<T>, other: PlacedPart<T>, aspectIn: AspectIn<T>): boolean {
  if (one.length !== other.length) return false;
  if (one.items !== undefined && one.items === other.items) return true;
  for (let index = 0; index < one.length; index += 1) {
    // Shapes that are kept are rounded to 32 bits.
    if (Math.fround(aspectIn(one, index)) !== Math.fround(aspectIn(other, index))) return false;
  }
  return true;
}
