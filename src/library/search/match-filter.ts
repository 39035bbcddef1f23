import { badRequest } from '../library-error';
import { type BitSet, include, intersect, subtract, unite } from './bit-set';
import type { Comparison, Filter } from './parse-filter';
import type { SearchReader } from './search-reader';
import { equalsTerm, isNumberField, presentTerm, valuesOf } from './terms';

/** The assets of `universe` a filter lets pass. 400 where a field cannot be compared that way. */
export async function matchFilter(reader: SearchReader, filter: Filter, universe: BitSet): Promise<BitSet> {
  switch (filter.type) {
    case 'and':
    case 'or': {
      const sets = await Promise.all(filter.parts.map((part) => matchFilter(reader, part, universe)));
      return sets.reduce(filter.type === 'and' ? intersect : unite);
    }
    case 'not':
      return subtract(universe, await matchFilter(reader, filter.part, universe));
    case 'empty':
      return subtract(universe, await present(reader, filter.field));
    case 'contains': {
      const wanted = filter.value;
      const start = valuesOf(filter.field);
      return intersect(
        universe,
        await reader.prefix(start, (term) => term.slice(start.length).includes(wanted)),
      );
    }
    case 'compare':
      return compare(reader, filter, universe);
    default:
      return filter satisfies never;
  }
}

async function compare(
  reader: SearchReader,
  { field, operator, value }: Extract<Filter, { type: 'compare' }>,
  universe: BitSet,
): Promise<BitSet> {
  if (operator === '!=') {
    return subtract(
      universe,
      await compare(reader, { type: 'compare', field, operator: '=', value }, universe),
    );
  }
  if (isNumberField(field)) {
    const bound = readNumber(field, value);
    const passes = COMPARISONS[operator];
    return intersect(universe, await numbers(reader, field, (number) => passes(number, bound)));
  }
  if (operator !== '=') throw badRequest(`Invalid filter: ${field} knows = and != only`);
  return intersect(universe, await reader.term(equalsTerm(field, value)));
}

const COMPARISONS: Readonly<Record<Exclude<Comparison, '!='>, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

async function present(reader: SearchReader, field: string): Promise<BitSet> {
  return isNumberField(field)
    ? numbers(reader, field, (number) => !Number.isNaN(number))
    : reader.term(presentTerm(field));
}

async function numbers(
  reader: SearchReader,
  field: string,
  passes: (number: number) => boolean,
): Promise<BitSet> {
  const column = await reader.column(field);
  const found = reader.empty();
  for (let ordinal = 0; ordinal < column.length; ordinal += 1) {
    if (passes(column[ordinal] as number)) include(found, ordinal);
  }
  return found;
}

/** Below this a date given as a number is in seconds, above in milliseconds (both meet in 1973). */
const SECONDS_BELOW = 100_000_000_000;

function readNumber(field: string, value: string): number {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (field !== 'createdAt' && field !== 'updatedAt') {
    if (Number.isNaN(number)) throw badRequest(`Invalid filter: ${field} is compared with a number`);
    return number;
  }
  if (!Number.isNaN(number)) return number < SECONDS_BELOW ? number * 1000 : number;
  const date = Date.parse(value);
  if (Number.isNaN(date)) throw badRequest(`Invalid filter: ${field} is compared with a date`);
  return date;
}
