/** Longer runs of letters are cut here: nobody types them, and they would only fill the index. */
const LONGEST_WORD = 40;

/** Words without case and accents: "Élan vital, 2024" → elan, vital, 2024. */
export function foldWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length > LONGEST_WORD ? Array.from(word).slice(0, LONGEST_WORD).join('') : word,
  );
}
