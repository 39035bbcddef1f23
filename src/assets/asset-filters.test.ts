import { describe, expect, it } from 'vitest';
import type { CollectionId } from '~/contract/ids';
import {
  canonicalFilters,
  compare,
  filtersOfSearch,
  listingQuery,
  needsSearch,
  searchBody,
} from './asset-filters';

const nothing = {
  q: undefined,
  kind: undefined,
  model: undefined,
  tag: undefined,
  after: undefined,
  before: undefined,
  unfiled: undefined,
  sort: undefined,
};

describe('filters in the address', () => {
  it.each([
    [{ q: '2024' }, { q: '2024' }],
    [{ q: '  red  ' }, { q: 'red' }],
    [{ q: '' }, {}],
    [{ q: 7 }, {}],
    [{ sort: 'sideways' }, {}],
    [{ sort: 'width' }, { sort: 'width' }],
    [{ after: '2026-02-31T', before: 'soon' }, {}],
    [{ after: '2026-02-03' }, { after: '2026-02-03' }],
    [{ unfiled: 'true' }, { unfiled: true }],
    [{ unfiled: true }, { unfiled: true }],
    [{ unfiled: 'maybe' }, {}],
    [{ tag: 'a"b', other: 'x' }, { tag: 'a"b' }],
  ])('reads %o', (search, expected) => {
    expect(filtersOfSearch(search)).toEqual({ ...nothing, ...expected });
  });

  it('spells equal filters equally', () => {
    expect(canonicalFilters(filtersOfSearch({ q: 'x' }))).toEqual(
      canonicalFilters({ q: 'x', sort: 'newest' }),
    );
    expect(canonicalFilters({ unfiled: false })).toEqual({ sort: 'newest' });
  });
});

describe('who answers', () => {
  it.each([
    [{}, false],
    [{ sort: 'updated' as const }, false],
    [{ collectionId: 'c' as CollectionId, after: '2026-01-01' }, false],
    [{ q: 'x' }, true],
    [{ kind: 'video' }, true],
    [{ tag: 'hero' }, true],
    [{ unfiled: true }, true],
    [{ sort: 'height' as const }, true],
    [{ sort: 'updated' as const, before: '2026-01-01' }, true],
  ])('%o needs a search: %s', (filters, expected) => {
    expect(needsSearch(filters)).toBe(expected);
  });

  it('includes both days of a range in the listing', () => {
    const { createdAfter, createdBefore } = listingQuery({ after: '2026-03-01', before: '2026-03-01' });
    const noon = new Date('2026-03-01T12:00:00').getTime();
    expect(Date.parse(createdAfter ?? '')).toBe(new Date('2026-03-01T00:00:00').getTime() - 1);
    expect(Date.parse(createdBefore ?? '')).toBeGreaterThan(noon);
  });

  it('quotes values of the filter grammar', () => {
    expect(compare('tags', '=', String.raw`a "b" \c`)).toBe(String.raw`tags = "a \"b\" \\c"`);
    expect(searchBody({ q: 'x', kind: 'video', unfiled: true })).toEqual({
      query: 'x',
      filter: 'kind = "video" AND collectionIds IS EMPTY',
      sortBy: ['createdAt:desc'],
    });
    expect(searchBody({ sort: 'width' })).toEqual({ query: '', sortBy: ['width:desc'] });
  });
});
