import { describe, expect, it } from 'vitest';
import { ItemSequence } from '../grid/item-sequence';
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
    place.onGap((first, last, count) => gaps.push([first.id, last.id, count]));
    place.selectOne('z');
    place.selectRange('y');
    expect(gaps).toEqual([]);
    place.selectRange('b');
    expect(place.selectedItems().map(({ id }) => id)).toEqual(['b', 'y', 'z']);
    expect(gaps).toEqual([['b', 'z', 8]]);
  });

  it('is one per place and workspace', () => {
    const workspace = {};
    expect(selectionOf(workspace, 'assets')).toBe(selectionOf(workspace, 'assets'));
    expect(selectionOf(workspace, 'assets')).not.toBe(selectionOf(workspace, 'models'));
    expect(selectionOf({}, 'assets')).not.toBe(selectionOf(workspace, 'assets'));
  });
});
