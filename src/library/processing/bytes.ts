const LATIN_1 = new TextDecoder('latin1');

/** `length` bytes from `at`, one character each; shorter at the end of the file. */
export function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return LATIN_1.decode(bytes.subarray(at, at + length));
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
