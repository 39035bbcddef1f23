import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Order, SelectedIds } from './selected-ids';

const ALL = Array.from({ length: 14 }, (_, n) => `i${n}`);

/** Places without an id are items that are not loaded. */
const order = (ids: readonly (string | undefined)[]): Order => ({
  length: ids.length,
  idAt: (index) => ids[index],
  indexOf: (id) => ids.indexOf(id),
});

const shown = fc
  .shuffledSubarray(ALL)
  .chain((ids) => fc.tuple(...ids.map((id) => fc.option(fc.constant(id), { nil: undefined, freq: 4 }))))
  .map(order);

describe('selected ids', () => {
  it('are the same set over any order', () => {
    fc.assert(
      fc.property(fc.subarray(ALL), fc.array(shown, { maxLength: 6 }), (ids, orders) => {
        let selected = SelectedIds.of(ids);
        for (const next of orders) {
          const left: string[] = [];
          const before = selected;
          selected = selected.over(next, (id) => left.push(id));
          expect([...selected].sort()).toEqual([...ids].sort());
          expect(selected.size).toBe(ids.length);
          expect([...selected.unshown()].sort()).toEqual(ids.filter((id) => next.indexOf(id) === -1).sort());
          expect(left.sort()).toEqual(
            [...before].filter((id) => !new Set(before.unshown()).has(id) && next.indexOf(id) === -1).sort(),
          );
          for (const id of ALL) expect(selected.has(id)).toBe(ids.includes(id));
        }
      }),
    );
  });

  it('take an order that only grew without looking at what was there', () => {
    const grown = { ...order(['a', 'b', 'c', 'd']), sharedWith: () => 2 };
    const selected = SelectedIds.of<string>(['b', 'd', 'x'])
      .over(order(['a', 'b']))
      .over(grown);
    expect([...selected]).toEqual(['b', 'd', 'x']);
    expect([...selected.unshown()]).toEqual(['x']);
  });

  it('take others over, shown or not', () => {
    fc.assert(
      fc.property(shown, fc.subarray(ALL), fc.subarray(ALL), fc.boolean(), (over, ids, others, flips) => {
        const before = SelectedIds.of(ids).over(over);
        const after = before.taking(new Set(others), flips);
        const expected = ALL.filter((id) =>
          flips ? ids.includes(id) !== others.includes(id) : ids.includes(id) || others.includes(id),
        );
        expect([...after].sort()).toEqual(expected.sort());
        expect(after.size).toBe(expected.length);
        expect([...after.unshown()].sort()).toEqual(expected.filter((id) => over.indexOf(id) === -1));
        expect([...before].sort()).toEqual([...ids].sort());
      }),
    );
  });

  it('change as a plain set does, except where nothing is loaded', () => {
    const step = fc.record({
      act: fc.constantFrom('add', 'delete', 'set', 'unset', 'range', 'flip'),
      id: fc.constantFrom(...ALL),
      index: fc.nat(ALL.length),
    });
    fc.assert(
      fc.property(shown, fc.subarray(ALL), fc.array(step), (over, ids, steps) => {
        const model = new Set(ids);
        const before = SelectedIds.of(ids).over(over);
        const after = before.edit((editor) => {
          for (const { act, id, index } of steps) {
            const end = Math.min(index + 3, over.length);
            const there = Array.from({ length: Math.max(0, end - index) }, (_, n) => over.idAt(index + n));
            const at = over.idAt(index);
            const set = (one: string | undefined, selected: boolean) => {
              if (one !== undefined) model[selected ? 'add' : 'delete'](one);
            };
            if (act === 'add' || act === 'delete') {
              editor[act](id);
              set(id, act === 'add');
            } else if (act === 'flip') {
              editor.flipRange(index, end);
              for (const one of there) set(one, one !== undefined && !model.has(one));
            } else if (act === 'range') {
              editor.setRange(index, end, true);
              for (const one of there) set(one, true);
            } else {
              editor.setAt(index, act === 'set');
              set(at, act === 'set');
            }
          }
        });
        expect([...after].sort()).toEqual([...model].sort());
        expect(after.size).toBe(model.size);
        expect([...before].sort()).toEqual([...ids].sort());
        const isSame = ALL.every((id) => before.has(id) === after.has(id));
        expect(after.content !== before.content || isSame).toBe(true);
      }),
    );
  });

  it('keep their identity through whatever is shown of them', () => {
    const over = order(['a', 'b', undefined]);
    const all = SelectedIds.of<string>(['a', 'x']).over(over);
    expect(all.over(order(['x', 'b'])).content).toBe(all.content);
    expect(all.edit((ids) => ids.add('x')).content).toBe(all.content);
    expect(all.edit((ids) => ids.add('y')).content).not.toBe(all.content);
    // What comes in and goes again leaves the set of the others as it is.
    const back = all.over(order(['x', 'a'])).over(order(['a']));
    expect(back.far).toBe(all.far);
    expect([...back.unshown()]).toEqual(['x']);
  });
});
