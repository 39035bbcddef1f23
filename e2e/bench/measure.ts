export type Unit = 'kB' | 'ms' | 'MB' | '%' | 'files/s' | '×' | '';

/** One figure of one subject (a size of library, the floor page), from every run. */
interface Measure {
  readonly part: string;
  readonly name: string;
  readonly subject: string;
  readonly unit: Unit;
  readonly runs: number[];
  /** Of the last run: one that follows a floor is then by the floor's median of all runs. */
  budget?: Budget;
}

/** The most (or the least) a figure may be, on the subject it is meant for. */
export interface Budget {
  readonly most?: number;
  readonly least?: number;
}

/** Figures of all runs; the table and the file show medians. */
export class Figures {
  #measures = new Map<string, Measure>();
  #part = '';

  /** What follows belongs to this part. */
  begin(part: string): void {
    this.#part = part;
  }

  /** Answers how to forget what is noted from now on. */
  mark(): () => void {
    const kept = structuredClone(this.#measures);
    return () => (this.#measures = kept);
  }

  note(name: string, subject: string, unit: Unit, value: number | undefined, budget?: Budget): void {
    if (value === undefined || Number.isNaN(value)) return;
    const key = `${this.#part}/${name}/${subject}`;
    const measure: Measure = this.#measures.get(key) ?? { part: this.#part, name, subject, unit, runs: [] };
    measure.runs.push(value);
    if (budget) measure.budget = budget;
    this.#measures.set(key, measure);
  }

  medianOf(name: string, subject: string): number | undefined {
    const found = [...this.#measures.values()].find((one) => one.name === name && one.subject === subject);
    return found && median(found.runs);
  }

  /** One row per figure, one column per subject; a figure over its budget is marked, never a failure: machines differ. */
  table(): string {
    const all = [...this.#measures.values()];
    const parts = [...new Set(all.map(({ part }) => part))];
    return parts.map((part) => tableOf(all.filter((one) => one.part === part))).join('\n\n');
  }

  toJSON() {
    return [...this.#measures.values()].map((one) => ({ ...one, median: median(one.runs) }));
  }
}

function tableOf(measures: readonly Measure[]): string {
  const subjects = [...new Set(measures.map(({ subject }) => subject))];
  const names = [...new Set(measures.map(({ name }) => name))];
  const rows = [
    [measures[0]?.part ?? '', ...subjects, 'budget'],
    ...names.map((name) => {
      const ofName = measures.filter((one) => one.name === name);
      const budgets = ofName.flatMap(({ budget, unit }) => (budget ? [budgetText(budget, unit)] : []));
      return [
        name,
        ...subjects.map((subject) => cellOf(ofName.find((one) => one.subject === subject))),
        // One that follows a floor differs between the sizes.
        [...new Set(budgets)].join(', '),
      ];
    }),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function budgetText({ most, least }: Budget, unit: Unit): string {
  return `${most === undefined ? `≥ ${least}` : `≤ ${round(most)}`} ${unit}`.trim();
}

function cellOf(measure: Measure | undefined): string {
  if (!measure) return '–';
  const value = median(measure.runs);
  const { budget: { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY } = {} } = measure;
  const over = value > most || value < least ? '! ' : '';
  return `${over}${round(value)} ${measure.unit}`.trimEnd();
}

function round(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toFixed(value >= 10 ? 1 : 2)));
}

/** The middle one, the lower of two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share `q` of the others does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}
