import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords } from './fold-text';

describe('foldWords', () => {
  it.each([
    ['Élan vital, 2024', ['elan', 'vital', '2024']],
    ['ÀÉÎõü ﬁne', ['aeiou', 'fine']],
    ['snake_case-and.dots.png', ['snake', 'case', 'and', 'dots', 'png']],
    ['東京タワー', ['東京タワー']],
    ['<b>bold</b>', ['b', 'bold', 'b']],
    ['', []],
  ])('%s', (text, words) => expect(foldWords(text)).toEqual(words));

  it('folds folded words to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = foldWords(text);
        expect(foldWords(words.join(' ')).join('')).toBe(words.join(''));
      }),
    );
  });
});
