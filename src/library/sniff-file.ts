import type { AssetKind } from '~/contract/asset';

export interface SniffedFile {
  kind: AssetKind;
  mimeType: string;
  width?: number;
  height?: number;
}

/** Tells kind, type and (PNG, GIF, JPEG, SVG) pixels from the first bytes; undefined for bytes of no known kind. */
export function sniffFile(bytes: Uint8Array): SniffedFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (text: string, at = 0) =>
    bytes.byteLength >= at + text.length &&
    Array.from(text).every((character, index) => bytes[at + index] === character.charCodeAt(0));
  if (starts('\x89PNG\r\n\x1a\n') && bytes.byteLength >= 24) {
    return { ...image('png'), width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (starts('GIF8') && bytes.byteLength >= 10) {
    return { ...image('gif'), width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (starts('\xff\xd8\xff')) return { ...image('jpeg'), ...jpegSize(view) };
  if (starts('RIFF') && starts('WEBP', 8)) return image('webp');
  if (starts('RIFF') && starts('WAVE', 8)) return { kind: 'audio', mimeType: 'audio/wav' };
  if (starts('ftypavif', 4)) return image('avif');
  if (starts('ftyp', 4)) return { kind: 'video', mimeType: 'video/mp4' };
  if (starts('\x1a\x45\xdf\xa3')) return { kind: 'video', mimeType: 'video/webm' };
  if (starts('ID3') || starts('\xff\xfb')) return { kind: 'audio', mimeType: 'audio/mpeg' };
  if (starts('OggS')) return { kind: 'audio', mimeType: 'audio/ogg' };
  if (starts('fLaC')) return { kind: 'audio', mimeType: 'audio/flac' };
  if (starts('glTF')) return { kind: '3d', mimeType: 'model/gltf-binary' };
  if (starts('#?RADIANCE')) return { kind: 'image-hdr', mimeType: 'image/vnd.radiance' };
  if (starts('%PDF')) return { kind: 'document', mimeType: 'application/pdf' };
  return sniffText(bytes);
}

function image(name: string): SniffedFile {
  return { kind: 'image', mimeType: `image/${name}` };
}

function sniffText(bytes: Uint8Array): SniffedFile | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text === '' || text.includes('\0') || text.slice(0, -1).includes('\ufffd')) return undefined;
  const svg = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<svg\b([^>]*)>/i.exec(text);
  if (svg) {
    const size = (name: string) => Number(new RegExp(`\\b${name}="([\\d.]+)`).exec(svg[1] ?? '')?.[1]);
    const [width, height] = [size('width'), size('height')];
    return { ...image('svg+xml'), ...(width > 0 && height > 0 && { width, height }) };
  }
  try {
    JSON.parse(text);
    return { kind: 'json', mimeType: 'application/json' };
  } catch {
    return { kind: 'text', mimeType: 'text/plain' };
  }
}

/** The frame header says the size; every segment before it says how long it is. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
