import { describe, expect, it } from 'vitest';
import { commandScore } from './command-score';

describe('command score', () => {
  it.each([
    ['add', 'Add to collection…', 'Download original'],
    ['coll', 'Collections', 'Add to collection…'],
    ['theme li', 'Light theme', 'Dark theme'],
    ['scul', 'Sculptures', 'Select all'],
  ])('%s finds %s before %s', (query, first, second) => {
    expect(commandScore(first, query)).toBeGreaterThan(commandScore(second, query));
  });

  it('does not mind case and accents, and refuses what has other letters', () => {
    expect(commandScore('Économie', 'economie')).toBeGreaterThan(0);
    expect(commandScore('Rename', 'xyz')).toBe(0);
  });
});
