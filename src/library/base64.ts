import { badRequest } from './library-error';

/** `Uint8Array.fromBase64` of 2025, ten times as fast as `atob`. */
type FromBase64 = (text: string) => Uint8Array<ArrayBuffer>;

/** Longer than any type with its parameters. */
const LONGEST_HEAD = 200;

/** The bytes of base64 text or of a data URL, which also says their type; 400 where it is neither. */
export function bytesOfBase64(text: string): { bytes: Uint8Array<ArrayBuffer>; type: string | undefined } {
  const [head = '', type] = /^data:([^;,]*)[^,]*;base64,/i.exec(text.slice(0, LONGEST_HEAD)) ?? [];
  try {
    return { bytes: decode(text.slice(head.length)), type: type || undefined };
  } catch {
    throw badRequest('image: neither base64 nor a data URL of it');
  }
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: FromBase64 };
  if (fromBase64) return fromBase64.call(Uint8Array, text);
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
