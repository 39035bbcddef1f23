import { describe, expect, it } from 'vitest';
import { buildCollection } from '~/testing/builders';
import { listedText } from './listed-text';

const page = (unusable: number) => ({ unusable });

describe('what the list of collections says of itself', () => {
  it.each([
    ['', 2, true, [page(0)], '2 collections'],
    ['', 2, true, [page(0), page(3)], '2 collections · 3 unusable left out'],
    ['x', 300, false, [page(1)], '1 of 300 so far · 1 unusable left out'],
  ])('filter %j, %i read, whole: %s, %o', (q, read, complete, pages, text) => {
    const collections = [buildCollection()];
    expect(listedText({ collections, read, complete, pages }, { q, sort: 'server' })).toBe(text);
  });
});
