import { expect, it } from 'vitest';
import { buildCollection } from '~/testing/builders';
import { sidebarOrder } from './sidebar-order';

const day = (number: number) => `2025-01-0${number}T00:00:00.000Z`;
const [a, b, c, d] = [1, 2, 3, 4].map((number) =>
  buildCollection({ name: `C${number}`, updatedAt: day(number) }),
);
if (!a || !b || !c || !d) throw new Error('No collections');

it('puts pinned ones first, then those looked at lately, then those changed last', () => {
  const { pinned, others } = sidebarOrder([a, b, c, d], [c.id], [a.id, c.id]);
  expect(pinned).toEqual([c]);
  expect(others).toEqual([a, d, b]);
});

it('leaves out what is pinned or recent and gone', () => {
  expect(sidebarOrder([a], [b.id], [d.id])).toEqual({ pinned: [], others: [a] });
});

it('keeps the order of the workspace among those changed at once', () => {
  const [first, second] = ['First', 'Second'].map((name) => buildCollection({ name, updatedAt: day(1) }));
  if (!first || !second) throw new Error('No collections');
  expect(sidebarOrder([second, first], [], []).others).toEqual([second, first]);
});
