import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCollection } from '~/testing/builders';
import { arrangeCollections, matchesName, needsEveryCollection } from './collection-order';

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const named = (...list: string[]) => list.map((name) => buildCollection({ name }));

describe('finding collections by name', () => {
  it.each([
    ['Élan vital', 'elan', true],
    ['elan', 'ÉLAN', true],
    ['Props – street', 'street props', true],
    ['Props', 'street', false],
    ['2024', '2024', true],
    ['Straße', 'strasse', false],
    ['anything', '   ', true],
  ])('%s for %j: %s', (name, query, expected) => {
    expect(matchesName(name, query)).toBe(expected);
  });

  it('never loses a collection that is searched by its own name', () => {
    const anyName = string({ unit: 'grapheme', minLength: 1 });
    expect(() => assert(property(anyName, (name) => matchesName(name, name.trim())))).not.toThrow();
  });
});

describe('the order of collections', () => {
  it('sorts names as people count', () => {
    const list = named('Shot 10', 'shot 9', 'Élan', 'Eagle');
    expect(names(arrangeCollections(list, { q: '', sort: 'name' }))).toEqual([
      'Eagle',
      'Élan',
      'shot 9',
      'Shot 10',
    ]);
  });

  it.each([
    ['updated', ['new', 'old']],
    ['created', ['old', 'new']],
    ['size', ['old', 'new']],
    ['server', ['old', 'new']],
  ] as const)('by %s', (sort, expected) => {
    const list = [
      buildCollection({ name: 'old', createdAt: '2025-02-01', updatedAt: '2025-02-01', itemCount: 9 }),
      buildCollection({ name: 'new', createdAt: '2025-01-01', updatedAt: '2025-03-01', itemCount: 2 }),
    ];
    expect(names(arrangeCollections(list, { q: '', sort }))).toEqual(expected);
  });

  it('is trusted without the far pages only where the workspace gives it', () => {
    expect(needsEveryCollection({ q: ' ', sort: 'server' })).toBe(false);
    expect(needsEveryCollection({ q: 'a', sort: 'server' })).toBe(true);
    expect(needsEveryCollection({ q: '', sort: 'name' })).toBe(true);
  });
});
