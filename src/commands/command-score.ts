/**
 * How well `text` answers `query`, higher is better, 0 not at all: every word must begin a word of it, sit in it,
 * or its letters must follow one another. Case and accents do not count.
 */
export function commandScore(text: string, query: string): number {
  const haystack = fold(text);
  const words = fold(query).split(/\s+/).filter(Boolean);
  let total = 1;
  for (const word of words) {
    const score = wordScore(haystack, word);
    if (score === 0) return 0;
    total += score;
  }
  // Among equals the shorter text is the closer one.
  return total + 1 / (1 + haystack.length);
}

function wordScore(haystack: string, word: string): number {
  if (haystack.startsWith(word)) return 8;
  const at = haystack.indexOf(word);
  if (at > 0) return /\s/.test(haystack[at - 1] ?? '') ? 6 : 3;
  let from = 0;
  for (const letter of word) {
    const next = haystack.indexOf(letter, from);
    if (next === -1) return 0;
    from = next + 1;
  }
  return 1;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
