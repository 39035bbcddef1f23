/** Arguments one call takes safely in every engine. */
const CALL = 8192;

/** `length` bytes from `at`, one character each; shorter at the end of the file. */
export function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  const end = Math.min(bytes.length, at + length);
  let text = '';
  // Not TextDecoder: in browsers its "latin1" is Windows-1252, which turns 0x89 into another character.
  for (let from = at; from < end; from += CALL) {
    text += String.fromCharCode(...bytes.subarray(from, Math.min(end, from + CALL)));
  }
  return text;
}

/** A view over exactly these bytes, also where they are a part of a larger buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** UTF-8 without control characters other than white space; an empty file is no text. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex
    return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}
