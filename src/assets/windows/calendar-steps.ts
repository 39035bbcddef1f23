/** A place in a listing where a date begins. */
export interface DateMark {
  /** Milliseconds. */
  readonly at: number;
  /** Rows that stand before it. */
  readonly position: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Unit = 'hour' | 'day' | 'month' | 'year';
const STEPS: readonly (readonly [unit: Unit, every: number])[] = [
  ['hour', 1],
  ['hour', 6],
  ['day', 1],
  ['day', 7],
  ['month', 1],
  ['month', 3],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 20],
];

/** Beginnings of hours, days, months or years between two moments, in local time: the finest that are `most` at most. */
export function calendarSteps(from: number, to: number, most: number): number[] {
  for (const [unit, every] of STEPS) {
    // Those that are certainly too many need not be made.
    if (unit === 'hour' && (to - from) / (every * HOUR) > 2 * most) continue;
    if (unit === 'day' && (to - from) / (every * DAY) > 2 * most) continue;
    const found = stepsOf(unit, every, from, to);
    if (found.length <= most) return found;
  }
  return [];
}

function stepsOf(unit: Unit, every: number, from: number, to: number): number[] {
  const found: number[] = [];
  const date = new Date(from);
  const year = date.getFullYear();
  const month = unit === 'year' ? 0 : date.getMonth();
  const day = unit === 'year' || unit === 'month' ? 1 : date.getDate();
  for (let step = 0; ; step += 1) {
    const at = beginning(unit, { year, month, day }, every, step * every);
    if (at >= to) return found;
    if (at > from) found.push(at);
  }
}

function beginning(
  unit: Unit,
  { year, month, day }: { year: number; month: number; day: number },
  every: number,
  n: number,
): number {
  switch (unit) {
    case 'hour':
      return new Date(year, month, day, n).getTime();
    case 'day':
      return new Date(year, month, day + n).getTime();
    case 'month':
      return new Date(year, Math.floor(month / every) * every + n, 1).getTime();
    case 'year':
      return new Date(Math.floor(year / every) * every + n, 0, 1).getTime();
  }
}

/** A date as the marks between two moments need it: the year, the month, the day or the time. */
export function dateText(at: number, span: number, how: 'mark' | 'long'): string {
  const long = how === 'long';
  const date = new Date(at);
  if (span > 3 * 365 * DAY && !long) return String(date.getFullYear());
  const month = long ? 'long' : 'short';
  if (span > 100 * DAY) return date.toLocaleDateString('en', { month, year: 'numeric' });
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month, ...(long && { year: 'numeric' }) };
  if (span > 2 * DAY) return date.toLocaleDateString('en', day);
  return date.toLocaleString('en', { ...day, hour: '2-digit', minute: '2-digit' });
}

/** The date at a position between marks, which are in the listing's order. */
export function dateBetween(marks: readonly DateMark[], position: number): number | undefined {
  const next = marks.findIndex((mark) => mark.position > position);
  const after = marks[next === -1 ? marks.length - 1 : next];
  const before = marks[next === -1 ? marks.length - 1 : next - 1];
  if (!after || !before) return (after ?? before)?.at;
  const way = after.position - before.position;
  const part = way > 0 ? (position - before.position) / way : 0;
  return before.at + (after.at - before.at) * part;
}
