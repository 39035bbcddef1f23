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

  it('is one per place and workspace', () => {
    const workspace = {};
    expect(selectionOf(workspace, 'assets')).toBe(selectionOf(workspace, 'assets'));
    expect(selectionOf(workspace, 'assets')).not.toBe(selectionOf(workspace, 'models'));
    expect(selectionOf({}, 'assets')).not.toBe(selectionOf(workspace, 'assets'));
  });
});
