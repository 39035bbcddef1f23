/** Name of the fact that says which state of a column is stored. */
export function columnStamp(name: string): string {
  return `column ${name}`;
}

/**
 * Columns as they were read last: of 100,000 assets one is a hundred records, as long to read as all else of a search. One
 * counts only while its stamp, which every change of the column renews, is the same.
 */
export class ColumnCache {
  readonly #kept = new Map<string, { stamp: number; values: Float64Array }>();

  /** The column of that state, if it is the one that was kept and has as many places. */
  find(name: string, stamp: number, size: number): Float64Array | undefined {
    const kept = this.#kept.get(name);
    return kept?.stamp === stamp && kept.values.length === size ? kept.values : undefined;
  }

  keep(name: string, stamp: number, values: Float64Array): void {
    this.#kept.set(name, { stamp, values });
  }
}
