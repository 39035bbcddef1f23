import { LIMITS } from '~/contract/limits';
import type { UploadKind } from '~/contract/upload';

/** Bytes of one part: small enough that three in flight are nothing, large enough that 5,000 small files are one part each. */
export const PART_BYTES = 8 * 1024 * 1024;

/** Byte ranges of a file's parts, in order: 8 MiB each, larger where that would be more than 10,000. */
export function planParts(size: number): readonly { number: number; start: number; end: number }[] {
  const partBytes = Math.max(PART_BYTES, Math.ceil(size / LIMITS.partsPerUpload));
  const count = Math.max(1, Math.ceil(size / partBytes));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    start: index * partBytes,
    end: Math.min(size, (index + 1) * partBytes),
  }));
}

const MODEL_FILE = /\.(glb|gltf|fbx|obj|stl|usdz?|ply)$/i;

/** What `POST /uploads` is told the file is, by type and name; the far end looks at the bytes and has the last word. */
export function uploadKindOf(name: string, type: string): UploadKind {
  const top = type.split('/')[0];
  if (top === 'image' || top === 'video' || top === 'audio' || top === 'text') return top;
  if (top === 'model' || MODEL_FILE.test(name)) return '3d';
  return 'asset';
}

/**
 * Name of the collection a file's folder becomes: its folders joined by " / ", or undefined for a file that lies in
 * none. A name too long keeps its end, where folders differ.
 */
export function folderCollectionName(path: string): string | undefined {
  const folders = path
    .split('/')
    .slice(0, -1)
    .map((name) => name.replace(/\p{Cc}/gu, '').trim())
    .filter((name) => name !== '');
  if (folders.length === 0) return undefined;
  const name = folders.join(' / ');
  if (name.length <= LIMITS.collectionName) return name;
  return `…${name.slice(1 - LIMITS.collectionName)}`;
}
