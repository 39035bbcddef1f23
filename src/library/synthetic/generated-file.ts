import type { AssetProperties, KnownAssetKind } from '~/contract/asset';
import type { KnownFields } from '../known-fields';

export interface GeneratedFile {
  type: string;
  bytes: Uint8Array;
  properties: Partial<KnownFields<AssetProperties>>;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** A small file of a kind that is no picture. Sound, text, JSON and 3D can be opened; film is a header only. */
export function generatedFile(kind: Exclude<KnownAssetKind, 'image'>, seed: number): GeneratedFile {
  switch (kind) {
    case 'audio':
      return { type: 'audio/wav', bytes: tone(200 + (seed % 40) * 20), properties: { duration: 0.5 } };
    case 'video':
      return { type: 'video/mp4', bytes: mp4Header(), properties: { duration: 4, frameRate: 24 } };
    case '3d':
      return {
        type: 'model/gltf-binary',
        bytes: emptyScene(),
        properties: { faceCount: 12, vertexCount: 8 },
      };
    case 'json':
      return { type: 'application/json', bytes: encode(JSON.stringify({ seed })), properties: {} };
    case 'document':
      return { type: 'application/pdf', bytes: encode('%PDF-1.4\n%%EOF\n'), properties: {} };
    case 'image-hdr':
      return { type: 'image/vnd.radiance', bytes: encode('#?RADIANCE\n\n-Y 1 +X 1\n\u0001'), properties: {} };
    case 'text':
      return { type: 'text/plain', bytes: encode(`Note ${seed}\n`), properties: { wordCount: 2 } };
    default:
      return kind satisfies never;
  }
}

/** Half a second at 8 kHz, 8 bits. */
function tone(hertz: number): Uint8Array {
  const samples = 4000;
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  bytes.set(encode('RIFF'), 0);
  view.setUint32(4, 36 + samples, true);
  bytes.set(encode('WAVEfmt '), 8);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  bytes.set(encode('data'), 36);
  view.setUint32(40, samples, true);
  for (let at = 0; at < samples; at += 1) {
    bytes[44 + at] = 128 + Math.round(80 * Math.sin((at / 8000) * hertz * 2 * Math.PI));
  }
  return bytes;
}

function mp4Header(): Uint8Array {
  return Uint8Array.of(0, 0, 0, 24, ...encode('ftypisom'), 0, 0, 2, 0, ...encode('isomiso2'));
}

/** A GLB whose scene is empty. */
function emptyScene(): Uint8Array {
  const json = encode('{"asset":{"version":"2.0"},"scene":0,"scenes":[{}]}'.padEnd(52));
  const bytes = new Uint8Array(20 + json.length);
  const view = new DataView(bytes.buffer);
  bytes.set(encode('glTF'), 0);
  view.setUint32(4, 2, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, json.length, true);
  bytes.set(encode('JSON'), 16);
  bytes.set(json, 20);
  return bytes;
}
