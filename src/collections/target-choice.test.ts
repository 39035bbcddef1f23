import { describe, expect, it } from 'vitest';
import type { CollectionId } from '~/contract/ids';
import { type Edits, lineState, membershipOf, withEdit } from './target-choice';

const props = 'props' as CollectionId;
const none: Edits = new Map();
const item = (id: string, ...collectionIds: string[]) => ({
  id,
  collectionIds: collectionIds as CollectionId[],
});
const inside = [item('a', 'props'), item('b', 'props', 'other')];
const mixed = [item('a', 'props'), item('b')];
const outside = [item('a'), item('b', 'other')];

describe('choosing collections for items', () => {
  it.each([
    ['all', inside, true],
    ['some', mixed, 'mixed'],
    ['none', outside, false],
  ] as const)('shows that %s are in', (membership, items, state) => {
    expect(membershipOf(items, props)).toBe(membership);
    expect(lineState(items, props, none)).toBe(state);
  });

  it('keeps an edit only while it changes something', () => {
    const ticked = withEdit(outside, none, props, true);
    expect(lineState(outside, props, ticked)).toBe(true);
    expect(withEdit(outside, ticked, props, false).size).toBe(0);
    expect(withEdit(mixed, none, props, false).get(props)).toBe(false);
    expect(withEdit(inside, none, props, false).get(props)).toBe(false);
  });
});
