/** Assets of one posting record. */
export const POSTING_SPAN = 4096;
/** Up to here sorted offsets (2 bytes each) are smaller than the bitmap of 512 bytes. */
const MOST_OFFSETS = 255;

/** Packs a bitmap of 128 words; undefined where no bit is set. */
export function packPosting(bits: Uint32Array): Uint16Array | Uint32Array | undefined {
  const offsets: number[] = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] as number; word !== 0; word &= word - 1) {
      offsets.push(at * 32 + 31 - Math.clz32(word & -word));
    }
    if (offsets.length > MOST_OFFSETS) return bits;
  }
  return offsets.length === 0 ? undefined : Uint16Array.from(offsets);
}

/** Sets the bits of a packed posting in `into`, from word `at` on. */
export function unpackPosting(data: Uint16Array | Uint32Array, into: Uint32Array, at: number): void {
  if (data instanceof Uint32Array) {
    for (let word = 0; word < data.length; word += 1) {
      into[at + word] = (into[at + word] as number) | (data[word] as number);
    }
    return;
  }
  for (const offset of data) {
    const word = at + (offset >>> 5);
    into[word] = (into[word] as number) | (1 << (offset & 31));
  }
}
