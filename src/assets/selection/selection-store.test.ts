import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemSequence } from '../grid/item-sequence';
import { Gathered } from './gathered';
import type { MarqueeMode } from './selection';
import { createPlaceSelection, selectionOf } from './selection-store';

const item = (id: string) => ({ id, name: id, width: 1, height: 1 });
const shown = (...ids: string[]) => ItemSequence.empty<ReturnType<typeof item>>().update([ids.map(item)]);

describe('selection of a place', () => {
  it('keeps what the filter hides', () => {
    const place = createPlaceSelection<ReturnType<typeof item>>();
    place.show(shown('a', 'b', 'c'));
    place.selectAll();
    place.show(shown('c', 'x'));
    expect(place.selectedItems().map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    place.show(shown('y'));
    expect(place.selectedItems().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    place.deselect(['a', 'c']);
    expect(place.selectedItems().map(({ id }) => id)).toEqual(['b']);
  });

  it('brings what it keeps up to date', () => {
    const place = createPlaceSelection<ReturnType<typeof item>>();
    place.show(shown('a', 'b', 'c'));
    place.selectAll();
    place.show(shown('c'));
    expect(place.selectedItems().map(({ name }) => name)).toEqual(['c', 'a', 'b']);
    place.renew(['a', 'c', 'x'], (one) => ({ ...one, name: `new ${one.name}` }));
    expect(place.selectedItems().map(({ name }) => name)).toEqual(['c', 'new a', 'b']);
  });

  it('lists what is selected in the order shown', () => {
    const place = createPlaceSelection<ReturnType<typeof item>>();
    place.show(shown('a', 'b', 'c'));
    place.toggle('c');
    place.toggle('a');
    expect(place.selectedItems().map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('asks for what is not loaded inside a range, and only then', () => {
    const place = createPlaceSelection<ReturnType<typeof item>>();
    const parts = [
      { key: 0, items: [item('a'), item('b')], gap: 0, breaks: true },
      { key: 1, items: [item('y'), item('z')], gap: 5, breaks: true },
    ];
    place.show(ItemSequence.empty<ReturnType<typeof item>>().place(parts, 0));
    const gaps: unknown[] = [];
    place.onGap(({ first, last, count }) => gaps.push([first.id, last.id, count]));
    place.selectOne('z');
    place.selectRange('y');
    expect(gaps).toEqual([]);
    place.selectRange('b');
    expect(place.selectedItems().map(({ id }) => id)).toEqual(['b', 'y', 'z']);
    expect(gaps).toEqual([['b', 'z', 8]]);
  });

  it('asks for what is not loaded under a rectangle, and deals with that alone', () => {
    const place = createPlaceSelection<ReturnType<typeof item>>();
    const parts = [
      { key: 0, items: [item('a'), item('b')], gap: 0, breaks: true },
      { key: 1, items: [item('y'), item('z')], gap: 3, breaks: true },
    ];
    place.show(ItemSequence.empty<ReturnType<typeof item>>().place(parts, 0));
    place.onGap(({ first, last, count }, take) => {
      expect([first.id, last.id, count]).toEqual(['b', 'y', 5]);
      take(Gathered.of(['b', 'c', 'd', 'e', 'y'].map(item)));
    });
    const under = (indexes: number[], mode: MarqueeMode) => {
      place.marquee(place.moment(), indexes, mode);
      place.fillMarquee(indexes, mode);
      return place.selectedItems().map(({ id }) => id);
    };
    expect(under([0, 3, 2], 'replace')).toEqual(['a', 'c', 'd']);
    expect(under([4, 5], 'add')).toEqual(['a', 'y', 'e', 'c', 'd']);
    expect(under([0, 2], 'subtract')).toEqual(['y', 'e', 'd']);
    expect(under([6, 5], 'replace')).toEqual(['y', 'z']);
  });

  it('calls off what is being read for a selection that a rectangle takes the place of', async () => {
    const place = createPlaceSelection<ReturnType<typeof item>>();
    place.show(shown('a', 'b', 'c'));
    const reading = place.work.run(undefined, async () => Gathered.of(['a', 'b', 'c'].map(item)), place.take);
    place.marquee(place.moment(), [0], 'add');
    expect(place.work.isRunning).toBe(true);
    place.marquee(place.moment(), [1], 'replace');
    await reading;
    expect(place.selectedItems().map(({ id }) => id)).toEqual(['b']);
  });

  it('measures what was weighed while it was read as it measures anything else', () => {
    const figureOf = ({ id }: { id: string }) => id.charCodeAt(0) - 97;
    const ids = fc.subarray(Array.from('abcdefghij'));
    fc.assert(
      fc.property(
        ids,
        ids,
        ids,
        ids,
        fc.boolean(),
        fc.boolean(),
        (first, before, read, later, flips, isFar) => {
          const place = createPlaceSelection<ReturnType<typeof item>>();
          place.show(shown(...first));
          place.include(before.map(item));
          if (isFar) place.show(shown());
          const gathered = new Gathered<ReturnType<typeof item>>({ figureOf, filters: {} });
          for (const id of read) gathered.add(item(id));
          place.take(gathered, flips);
          place.show(shown(...later));
          const selected = place.selectedItems();
          expect(place.measure(figureOf)).toEqual({
            count: selected.length,
            sum: selected.reduce((sum, one) => sum + figureOf(one), 0),
            unknown: selected.filter((one) => figureOf(one) === 0).length,
          });
        },
      ),
    );
  });

  it('is one per place and workspace', () => {
    const workspace = {};
    expect(selectionOf(workspace, 'assets')).toBe(selectionOf(workspace, 'assets'));
    expect(selectionOf(workspace, 'assets')).not.toBe(selectionOf(workspace, 'models'));
    expect(selectionOf({}, 'assets')).not.toBe(selectionOf(workspace, 'assets'));
  });
});
