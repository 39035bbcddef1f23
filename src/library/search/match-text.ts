import { type BitSet, intersect } from './bit-set';
import { foldWords } from './fold-text';
import type { SearchReader } from './search-reader';
import { initialsTerm, wordTerm } from './terms';

/** The assets of `universe` in which every word of the query begins some word. No words: all of them. */
export async function matchText(reader: SearchReader, query: string, universe: BitSet): Promise<BitSet> {
  const sets = await Promise.all(
    [...new Set(foldWords(query))].map((word) =>
      // One or two letters begin so many words that they have lists of their own.
      word.length <= 2 ? reader.term(initialsTerm(word)) : reader.prefix(wordTerm(word)),
    ),
  );
  return sets.reduce(intersect, universe);
}
