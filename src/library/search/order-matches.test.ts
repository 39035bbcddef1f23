import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderMatches } from './order-matches';

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
});
