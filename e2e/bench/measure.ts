/** One figure. `unit` is printed as it is; `budget` is the most it may be where there is one. */
export interface Measure {
  readonly name: string;
  readonly unit: 'kB' | 'ms';
  readonly value: number;
  readonly budget?: number;
}

/** A table for people; figures over their budget are marked, never a failure: machines differ. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, unit, value, budget }) => [
    name,
    `${value.toFixed(unit === 'kB' ? 1 : 0)} ${unit}`,
    budget === undefined ? '' : `≤ ${budget} ${unit}`,
    budget !== undefined && value > budget ? 'over' : '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The middle of an odd number of runs. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
