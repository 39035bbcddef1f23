import { describe, expect, it } from 'vitest';
import { parsePlainSearch, stringifyPlainSearch } from './router';

describe('plain search parameters', () => {
  it.each([
    ['?q=2024', { q: '2024' }],
    ['?asset=1e5', { asset: '1e5' }],
    ['?q=true&tag=null', { q: 'true', tag: 'null' }],
    ['?q=%7B%22a%22%3A1%7D', { q: '{"a":1}' }],
  ])('reads %s as text', (search, expected) => {
    expect(parsePlainSearch(search)).toEqual(expected);
    expect(parsePlainSearch(stringifyPlainSearch(expected))).toEqual(expected);
  });
});
