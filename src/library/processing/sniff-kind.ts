import type { KnownAssetKind } from '~/contract/asset';
import { asciiAt, isText } from './bytes';

/** What the bytes say a file is. `picture` tells how a picture of it can be had in a browser. */
export interface SniffedKind {
  kind: KnownAssetKind;
  mimeType: string;
  /** `required`: every browser decodes it, failing means the file is broken. `maybe`: some browsers do. `none`: not a picture. */
  picture: 'required' | 'maybe' | 'none';
}

const of = (
  kind: KnownAssetKind,
  mimeType: string,
  picture: SniffedKind['picture'] = 'none',
): SniffedKind => ({
  kind,
  mimeType,
  picture,
});

const JPEG_START = '\xff\xd8\xff';
const PNG_START = '\x89PNG\r\n\x1a\n';

/** File types with a fixed beginning; ISO media files, RIFF and text are told apart below. */
const BEGINNINGS: readonly (readonly [string, SniffedKind])[] = [
  [PNG_START, of('image', 'image/png', 'required')],
  [JPEG_START, of('image', 'image/jpeg', 'required')],
  ['GIF87a', of('image', 'image/gif', 'required')],
  ['GIF89a', of('image', 'image/gif', 'required')],
  ['II*\0', of('image', 'image/tiff', 'maybe')],
  ['MM\0*', of('image', 'image/tiff', 'maybe')],
  ['8BPS', of('image', 'image/vnd.adobe.photoshop', 'maybe')],
  ['v/1\x01', of('image-hdr', 'image/x-exr', 'maybe')],
  ['#?RADIANCE', of('image-hdr', 'image/vnd.radiance', 'maybe')],
  ['#?RGBE', of('image-hdr', 'image/vnd.radiance', 'maybe')],
  ['\x1a\x45\xdf\xa3', of('video', 'video/webm')],
  ['OggS', of('audio', 'audio/ogg')],
  ['fLaC', of('audio', 'audio/flac')],
  ['ID3', of('audio', 'audio/mpeg')],
  ['glTF', of('3d', 'model/gltf-binary')],
  ['%PDF-', of('document', 'application/pdf')],
];

/** Brands of ISO base media files (the four characters after `ftyp`). */
const PICTURE_BRANDS: Readonly<Record<string, SniffedKind>> = {
  avif: of('image', 'image/avif', 'maybe'),
  avis: of('image', 'image/avif', 'maybe'),
  heic: of('image', 'image/heic', 'maybe'),
  heix: of('image', 'image/heic', 'maybe'),
  heim: of('image', 'image/heic', 'maybe'),
  hevc: of('image', 'image/heic', 'maybe'),
  mif1: of('image', 'image/heif', 'maybe'),
  msf1: of('image', 'image/heif', 'maybe'),
  'M4A ': of('audio', 'audio/mp4'),
};

/** Tells the kind by the first bytes, never by the name; undefined where they are of no known kind. */
export function sniffKind(bytes: Uint8Array): SniffedKind | undefined {
  const beginning = BEGINNINGS.find(([start]) => asciiAt(bytes, 0, start.length) === start);
  if (beginning) return beginning[1];
  if (asciiAt(bytes, 0, 4) === 'RIFF') return sniffRiff(asciiAt(bytes, 8, 4));
  if (asciiAt(bytes, 4, 4) === 'ftyp') return sniffIsoMedia(bytes);
  if (isMpegAudio(bytes)) return of('audio', 'audio/mpeg');
  return isText(bytes) ? sniffText(new TextDecoder().decode(bytes)) : undefined;
}

function sniffRiff(form: string): SniffedKind | undefined {
  if (form === 'WEBP') return of('image', 'image/webp', 'required');
  return form === 'WAVE' ? of('audio', 'audio/wav') : undefined;
}

function sniffIsoMedia(bytes: Uint8Array): SniffedKind {
  const major = asciiAt(bytes, 8, 4);
  // HEIF writers put a generic major brand first; the compatible ones behind it say AVIF or HEIC.
  const brands = [major];
  const end = Math.min(bytes.length, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
  for (let at = 16; at + 4 <= end; at += 4) brands.push(asciiAt(bytes, at, 4));
  if (major === 'mif1' || major === 'msf1') {
    const precise = brands.find((brand) => brand.startsWith('avi') || brand.startsWith('hei'));
    if (precise) return PICTURE_BRANDS[precise] ?? of('image', 'image/heif', 'maybe');
  }
  const known = PICTURE_BRANDS[major];
  if (known) return known;
  return major === 'qt  ' ? of('video', 'video/quicktime') : of('video', 'video/mp4');
}

/** A frame header without an ID3 tag: eleven set bits, then a version and layer that exist. */
function isMpegAudio(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const isSync = first === 0xff && (second & 0xe0) === 0xe0;
  return isSync && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02 && (third & 0xf0) !== 0xf0;
}

/**
 * One thing that may stand before the root element: an instruction, a comment, the document type (with entities of its own,
 * as Illustrator writes it). One at a time: a pattern for any number of them takes for ever to find that it does not match.
 */
const PROLOG = /\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)/iy;
const SVG_ROOT = /\s*<svg[\s>]/iy;

function isSvg(text: string): boolean {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (PROLOG.lastIndex = at; PROLOG.test(text); at = PROLOG.lastIndex);
  SVG_ROOT.lastIndex = at;
  return SVG_ROOT.test(text);
}

function sniffText(text: string): SniffedKind {
  if (isSvg(text)) return of('image', 'image/svg+xml', 'required');
  return /^\ufeff?\s*[[{]/.test(text) && isJson(text)
    ? of('json', 'application/json')
    : of('text', 'text/plain');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
