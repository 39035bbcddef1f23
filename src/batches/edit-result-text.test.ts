import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import { buildAsset, buildCollection } from '~/testing/builders';
import type { ActIntent } from './batch';
import { editResultText, namesText } from './edit-result-text';
import { NO_CHANGES } from './pending-changes';
import { planBatch } from './plan';

const [props, hero, set, far] = ['Props', 'Hero', 'Set', 'Far'].map((name) => buildCollection({ name }));
if (!props || !hero || !set || !far) throw new Error('No collections');
const plain = Array.from({ length: 5 }, () => summarizeAsset(buildAsset()));
const inHero = Array.from({ length: 3 }, () => summarizeAsset(buildAsset({ collectionIds: [hero.id] })));
type Edit = Extract<ActIntent, { kind: 'edit-memberships' }>;
const edit = (assets: typeof plain, part: Partial<Edit>): Edit => ({
  kind: 'edit-memberships',
  add: [],
  remove: [],
  items: { assets, models: [] },
  ...part,
});

describe('editResultText', () => {
  it.each<[string, Edit]>([
    ['Added 5 to Props', edit(plain, { add: [props] })],
    ['Added 5 to Props, Hero and Set', edit(plain, { add: [props, hero, set] })],
    ['Added 5 to 4 collections', edit(plain, { add: [props, hero, set, far] })],
    ['Added 8 to Props and 5 to Hero', edit([...plain, ...inHero], { add: [props, hero] })],
    ['Added up to 8 to 4 collections', edit([...plain, ...inHero], { add: [props, hero, set, far] })],
    ['Removed 3 from Hero', edit([...plain, ...inHero], { remove: [hero] })],
    ['Added 3 to Props, removed 3 from Hero', edit(inHero, { add: [props], remove: [hero] })],
    ['Added 5 to Props, Night and Day', edit(plain, { add: [props], create: ['Night', 'Day'] })],
    ['Created Night', edit([], { create: ['Night'] })],
  ])('%s', (text, intent) => {
    const { pending } = planBatch(intent, { id: 'b-1', workspaceId: 'w', now: 0, changes: NO_CHANGES });
    expect(editResultText(intent, { id: 'b-1', done: pending })).toBe(text);
  });

  it('says nothing where nothing was changed', () => {
    expect(editResultText(edit(plain, { add: [props] }), { id: 'b-1', done: [] })).toBeUndefined();
  });

  it('lists names as people do', () => {
    expect([['A'], ['A', 'B'], ['A', 'B', 'C']].map(namesText)).toEqual(['A', 'A and B', 'A, B and C']);
  });
});
