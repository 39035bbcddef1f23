/** Name of the fact that says which state of a column is stored. */
export function columnStamp(name: string): string {
  return `column ${name}`;
}

/**
 * Columns as they were read last: of 100,000 assets one is a hundred records, as long to read as all else of a search. One
 * counts only while its stamp, which every change of the column renews, is the same, and the number of ordinals that were
 * given out: workers of an older version, as they run while a newer one is being taken into use, know no stamps.
 */
export class ColumnCache {
  readonly #kept = new Map<string, { stamp: number; ordinals: number; values: Float64Array }>();

  /** The column of that state, if it is the one that was kept. */
  find(name: string, stamp: number, ordinals: number): Float64Array | undefined {
    const kept = this.#kept.get(name);
    return kept?.stamp === stamp && kept.ordinals === ordinals ? kept.values : undefined;
  }

  keep(name: string, stamp: number, ordinals: number, values: Float64Array): void {
    this.#kept.set(name, { stamp, ordinals, values });
  }
}
