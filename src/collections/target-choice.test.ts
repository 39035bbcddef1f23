import { describe, expect, it } from 'vitest';
import type { CollectionId } from '~/contract/ids';
import { buildCollection } from '~/testing/builders';
import { closestFirst, type Edits, lineState, standingOf, withEdit, withToggle } from './target-choice';

const props = 'props' as CollectionId;
const none: Edits = new Map();
const item = (id: string, ...collectionIds: string[]) => ({
  id,
  collectionIds: collectionIds as CollectionId[],
});
const inside = standingOf([item('a', 'props'), item('b', 'props', 'other')]);
const mixed = standingOf([item('a', 'props'), item('b')]);
const outside = standingOf([item('a'), item('b', 'other')]);

describe('choosing collections for items', () => {
  it.each([
    ['all', inside, true],
    ['some', mixed, 'mixed'],
    ['none', outside, false],
  ] as const)('shows that %s are in', (_membership, standing, state) => {
    expect(lineState(standing, props, none)).toBe(state);
  });

  it('keeps an edit only while it changes something', () => {
    const ticked = withEdit(outside, none, props, true);
    expect(lineState(outside, props, ticked)).toBe(true);
    expect(withEdit(outside, ticked, props, false).size).toBe(0);
    expect(withEdit(mixed, none, props, false).get(props)).toBe(false);
    expect(withEdit(inside, none, props, false).get(props)).toBe(false);
  });

  it('clears no membership where one only adds', () => {
    for (const standing of [outside, mixed]) {
      const ticked = withToggle(standing, none, props, true);
      expect(ticked.get(props)).toBe(true);
      expect(withToggle(standing, ticked, props, true).size).toBe(0);
    }
    expect(withToggle(inside, none, props, true).size).toBe(0);
    expect(withToggle(inside, none, props, false).get(props)).toBe(false);
    expect(withToggle(mixed, new Map([[props, true]]), props, false).get(props)).toBe(false);
  });

  it('puts the name that was typed before names that hold it', () => {
    const names = ['Old props', 'Props of act two', 'Props', 'More props'];
    const found = names.map((name) => buildCollection({ name }));
    const order = (text: string) => closestFirst(found, text).map(({ name }) => name);
    expect(order('props')).toEqual(['Props', 'Props of act two', 'Old props', 'More props']);
    expect(order(' ')).toEqual(names);
  });
});
