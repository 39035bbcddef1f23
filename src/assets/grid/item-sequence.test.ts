import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridItem, ItemSequence } from './item-sequence';

const item = (id: string): GridItem => ({ id, name: id, width: 1, height: 1 });
const page = fc.array(
  fc.integer({ min: 0, max: 40 }).map((n) => item(`i${n}`)),
  { maxLength: 8 },
);
const idsOf = (sequence: ItemSequence<GridItem>) => sequence.toArray().map(({ id }) => id);
const firsts = (pages: readonly (readonly GridItem[])[]) => [...new Set(pages.flat().map(({ id }) => id))];

describe('item sequence', () => {
  it('is the pages in order, each id once, whatever came before', () => {
    fc.assert(
      fc.property(
        fc.array(page, { maxLength: 6 }),
        fc.array(page, { maxLength: 4 }),
        fc.nat(6),
        (old, more, keep) => {
          const before = ItemSequence.empty<GridItem>().update(old);
          const pages = [...old.slice(0, keep), ...more];
          const after = before.update(pages);
          expect(idsOf(after)).toEqual(firsts(pages));
          expect(idsOf(before)).toEqual(firsts(old));
          for (const [index, id] of idsOf(after).entries()) expect(after.indexOf(id)).toBe(index);
          for (const id of idsOf(before)) expect(before.idAt(before.indexOf(id))).toBe(id);
        },
      ),
    );
  });

  it('says where something is loaded', () => {
    const part = fc.record({ count: fc.nat(3), gap: fc.nat(2), isKept: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        fc.nat(2),
        fc.nat(12),
        fc.nat(14),
        (parts, tail, from, to) => {
          const placed = parts.map(({ count, gap, isKept }, key) => ({
            key,
            items: isKept ? Array.from({ length: count }, (_, n) => item(`${key}-${n}`)) : undefined,
            shapes: new Float32Array(count),
            gap,
            breaks: false,
          }));
          const sequence = ItemSequence.empty<GridItem>().place(placed, tail);
          const loaded = [...sequence.loadedIn(from, to)].flatMap(([first, end]) =>
            Array.from({ length: end - first }, (_, n) => first + n),
          );
          const all = Array.from({ length: sequence.length }, (_, index) => index);
          expect(loaded).toEqual(
            all.filter((index) => index >= from && index < to && sequence.itemAt(index) !== undefined),
          );
        },
      ),
    );
  });

  it('does not show the past what came later', () => {
    const first = [item('a')];
    const before = ItemSequence.empty<GridItem>().update([first]);
    const after = before.update([first, [item('b')]]);
    expect(before.indexOf('b')).toBe(-1);
    expect(before.itemAt(1)).toBeUndefined();
    expect(after.sharedWith(before)).toBe(1);
    expect(before.update([first])).toBe(before);
    expect(idsOf(before.update([first, [item('c')]]))).toEqual(['a', 'c']);
  });
});
