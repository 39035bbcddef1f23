import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderMatches, type SortKey } from './order-matches';

const number = fc.oneof(fc.constantFrom(1, 2, 3, Number.NaN), fc.double({ noNaN: true }));

describe('the order of matches', () => {
  it('is the same backwards in the other direction, equal ones too', () => {
    const column = fc.array(fc.nat(3), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(column, (numbers) => {
        const values = Float64Array.from(numbers);
        const order = (descending: boolean) =>
          orderMatches([...numbers.keys()], [{ values, descending }], 0, numbers.length);
        expect(order(false).toReversed()).toEqual(order(true));
      }),
    );
  });

  it('has what has no such number last, either way', () => {
    const values = Float64Array.of(Number.NaN, 2, 1);
    expect(orderMatches([0, 1, 2], [{ values, descending: false }], 0, 3)).toEqual([2, 1, 0]);
    expect(orderMatches([0, 1, 2], [{ values, descending: true }], 0, 3)).toEqual([1, 2, 0]);
  });

  it('gives any page as a whole sort would', () => {
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 80 }),
        fc.array(number, { minLength: 80, maxLength: 80 }),
        fc.tuple(fc.boolean(), fc.boolean()),
        fc.nat(90),
        fc.integer({ min: 1, max: 30 }),
        (first, second, [one, other], offset, limit) => {
          const keys: SortKey[] = [
            { values: Float64Array.from(first), descending: one },
            { values: Float64Array.from(second), descending: other },
          ];
          const whole = [...first.keys()].toSorted((a, b) => {
            for (const { values, descending } of keys) {
              const [x = 0, y = 0] = [values[a], values[b]];
              if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
              if (x < y) return descending ? 1 : -1;
              if (x > y) return descending ? -1 : 1;
            }
            return one ? b - a : a - b;
          });
          expect(orderMatches([...first.keys()], keys, offset, limit)).toEqual(
            whole.slice(offset, offset + limit),
          );
        },
      ),
    );
  });
});
