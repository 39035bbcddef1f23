import { asciiAt, viewOf } from './bytes';
import { jpegSegments } from './jpeg-segments';

export interface PixelSize {
  width: number;
  height: number;
}

/**
 * Pixels as stored (before any EXIF rotation), read from the header; undefined where the header is broken or the type
 * has no size (an SVG without one).
 */
export function readImageSize(bytes: Uint8Array, mimeType: string): PixelSize | undefined {
  try {
    const size = READERS[mimeType]?.(bytes, viewOf(bytes));
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Reader = (bytes: Uint8Array, view: DataView) => PixelSize | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  'image/png': (bytes, view) =>
    asciiAt(bytes, 12, 4) === 'IHDR' ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined,
  'image/gif': (_bytes, view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': readJpeg,
  'image/webp': readWebp,
  'image/svg+xml': readSvg,
  'image/avif': readIsoMedia,
  'image/heic': readIsoMedia,
  'image/heif': readIsoMedia,
  'image/vnd.adobe.photoshop': (_bytes, view) => ({ width: view.getUint32(18), height: view.getUint32(14) }),
  'image/tiff': readTiff,
  'image/vnd.radiance': readRadiance,
  'image/x-exr': readExr,
};

function readJpeg(bytes: Uint8Array): PixelSize | undefined {
  for (const { marker, data } of jpegSegments(bytes)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    const view = viewOf(data);
    return { width: view.getUint16(3), height: view.getUint16(1) };
  }
  return undefined;
}

function readWebp(bytes: Uint8Array, view: DataView): PixelSize | undefined {
  switch (asciiAt(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: 1 + readUint24(view, 24), height: 1 + readUint24(view, 27) };
    default:
      return undefined;
  }
}

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function readSvg(bytes: Uint8Array): PixelSize | undefined {
  const tag = /<svg\b[^>]*>/i.exec(new TextDecoder().decode(bytes))?.[0] ?? '';
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1]);
  const [width, height] = [length('width'), length('height')];
  if (width > 0 && height > 0) return { width: Math.round(width), height: Math.round(height) };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)/i.exec(tag);
  return box ? { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) } : undefined;
}

/** The largest `ispe` box: further ones belong to thumbnails and tiles (ISO/IEC 23008-12). */
function readIsoMedia(bytes: Uint8Array, view: DataView): PixelSize | undefined {
  let largest: PixelSize | undefined;
  const header = asciiAt(bytes, 0, Math.min(bytes.length, 65_536));
  for (let at = header.indexOf('ispe'); at !== -1; at = header.indexOf('ispe', at + 4)) {
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

function readTiff(bytes: Uint8Array, view: DataView): PixelSize | undefined {
  const little = asciiAt(bytes, 0, 2) === 'II';
  const start = view.getUint32(4, little);
  const values = new Map<number, number>();
  for (let n = 0; n < view.getUint16(start, little); n += 1) {
    const at = start + 2 + n * 12;
    const isShort = view.getUint16(at + 2, little) === 3;
    values.set(
      view.getUint16(at, little),
      isShort ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little),
    );
  }
  return { width: values.get(256) ?? 0, height: values.get(257) ?? 0 };
}

function readRadiance(bytes: Uint8Array): PixelSize | undefined {
  const size = /\n[-+]Y (\d+) [-+]X (\d+)\n/.exec(asciiAt(bytes, 0, Math.min(bytes.length, 4096)));
  return size ? { width: Number(size[2]), height: Number(size[1]) } : undefined;
}

/** Attributes are `name\0type\0size value`; the data window holds inclusive corners (OpenEXR file layout). */
function readExr(bytes: Uint8Array, view: DataView): PixelSize | undefined {
  const name = 'dataWindow\0box2i\0';
  const at = asciiAt(bytes, 0, Math.min(bytes.length, 16_384)).indexOf(name);
  if (at === -1) return undefined;
  const box = at + name.length + 4;
  return {
    width: view.getInt32(box + 8, true) - view.getInt32(box, true) + 1,
    height: view.getInt32(box + 12, true) - view.getInt32(box + 4, true) + 1,
  };
}
