import { viewOf } from './bytes';

/** The segments of a JPEG up to its picture data: marker byte and content without the length. */
export function* jpegSegments(bytes: Uint8Array): Generator<{ marker: number; data: Uint8Array }> {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of scan: nothing but picture data follows.
    if (marker === 0xda) return;
    const length = view.getUint16(at + 2);
    if (length < 2) return;
    yield { marker, data: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + length;
  }
}
