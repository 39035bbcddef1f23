import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** A file as `setInputFiles` takes it. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  /** Any number: pictures of different hues have different bytes. */
  readonly hue?: number;
  /** `tEXt` chunks by keyword, as generators write them. */
  readonly text?: Readonly<Record<string, string>>;
}

/** A real PNG with a diagonal gradient in the given hue. */
export function pngFile(
  name: string,
  { width = 60, height = 40, hue = 0, text = {} }: PngOptions = {},
): TestFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB, no interlace
  const chunks = Object.entries(text).map(([keyword, value]) =>
    chunk('tEXt', Buffer.from(`${keyword}\0${value}`, 'latin1')),
  );
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...chunks,
    chunk('IDAT', deflateSync(pixels(width, height, hue))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

function pixels(width: number, height: number, hue: number): Buffer {
  const [red, green, blue] = [0, 120, 240].map(
    (shift) => Math.cos(((hue + shift) * Math.PI) / 180) * 90 + 128,
  );
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = 0.4 + (0.6 * (x + y)) / (width + height);
      rows.set(
        [red ?? 0, green ?? 0, blue ?? 0].map((value) => Math.round(value * light)),
        y * (1 + width * 3) + 1 + x * 3,
      );
    }
  }
  // The hue itself, so that even equal-looking pictures differ in bytes.
  rows.writeUInt8(Math.floor(hue / 256) % 256, 1);
  rows.writeUInt8(Math.floor(hue) % 256, 2);
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** `count` different PNGs named `{prefix}-01.png` … */
export function pngFiles(count: number, prefix: string, options: PngOptions = {}): TestFile[] {
  return Array.from({ length: count }, (_, index) =>
    pngFile(`${prefix}-${String(index + 1).padStart(2, '0')}.png`, {
      ...options,
      hue: (options.hue ?? 0) + index * 7 + 1,
    }),
  );
}

/** A PNG with the text Automatic1111 writes. */
export const a1111File = (name: string): TestFile =>
  pngFile(name, {
    hue: 11,
    text: {
      parameters:
        'a lighthouse at dawn, oil painting\nNegative prompt: blurry, text\n' +
        'Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 424242, Size: 60x40, Model hash: 0123abcd, Model: seascape-xl',
    },
  });

/** A PNG with the graph ComfyUI writes. */
export const comfyFile = (name: string): TestFile =>
  pngFile(name, {
    hue: 12,
    text: {
      prompt: JSON.stringify({
        3: {
          class_type: 'KSampler',
          inputs: {
            seed: 987654321,
            steps: 24,
            cfg: 6.5,
            sampler_name: 'euler',
            model: ['4', 0],
            positive: ['6', 0],
            negative: ['7', 0],
          },
        },
        4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'harbour-v2.safetensors' } },
        6: { class_type: 'CLIPTextEncode', inputs: { text: 'a harbour in fog', clip: ['4', 1] } },
        7: { class_type: 'CLIPTextEncode', inputs: { text: 'people', clip: ['4', 1] } },
      }),
    },
  });

/** 96 × 48 pixels as stored, red left and blue right; with orientation 6 it is shown 48 × 96, red on top. */
export function jpegFile(name: string, orientation: 1 | 6 = 1): TestFile {
  const plain = readFileSync(join(import.meta.dirname, 'files', 'red-left-blue-right.jpg'));
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]), // big-endian, first directory at 8
    Buffer.from([0, 1]), // with one entry:
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]), // orientation, one short
    Buffer.alloc(4),
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  const buffer = Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]);
  return { name, mimeType: 'image/jpeg', buffer };
}

/** One second of a 440 Hz tone, 8 kHz mono. */
export function wavFile(name: string): TestFile {
  const samples = Array.from(
    { length: 8000 },
    (_, index) => 128 + Math.round(100 * Math.sin((index * 440 * 2 * Math.PI) / 8000)),
  );
  return wavOf(name, Buffer.from(samples));
}

/** `count` files of sound named `{prefix}-0.wav` …, each with as many bytes of noise that no storage makes smaller. */
export const noiseFiles = (count: number, prefix: string, bytes: number): TestFile[] =>
  Array.from({ length: count }, (_, index) => wavOf(`${prefix}-${index}.wav`, randomBytes(bytes)));

/** `count` pictures named `{prefix}-0.png` …, each with as many bytes of noise behind its end. */
export const noisePictures = (count: number, prefix: string, bytes: number): TestFile[] =>
  Array.from({ length: count }, (_, index) => {
    const file = pngFile(`${prefix}-${index}.png`);
    return { ...file, buffer: Buffer.concat([file.buffer, randomBytes(bytes)]) };
  });

/** 8-bit mono sound at 8 kHz; 44 bytes more than its samples. */
function wavOf(name: string, samples: Buffer): TestFile {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return { name, mimeType: 'audio/wav', buffer: Buffer.concat([header, samples]) };
}

/** A file of any text. */
export const textFile = (name: string, text: string, mimeType = 'text/plain'): TestFile => ({
  name,
  mimeType,
  buffer: Buffer.from(text),
});

/** The header of a Photoshop document and nothing behind it: no browser draws one. */
export function psdFile(name: string, width: number, height: number): TestFile {
  const buffer = Buffer.alloc(40);
  buffer.write('8BPS', 0, 'latin1');
  buffer.writeUInt16BE(1, 4);
  buffer.writeUInt16BE(3, 12);
  buffer.writeUInt32BE(height, 14);
  buffer.writeUInt32BE(width, 18);
  buffer.writeUInt16BE(8, 22);
  buffer.writeUInt16BE(3, 24);
  return { name, mimeType: 'image/vnd.adobe.photoshop', buffer };
}

/** A binary glTF that counts 24 vertices and 12 faces and leaves the numbers themselves out. */
export function glbFile(name: string): TestFile {
  const text = JSON.stringify({
    asset: { version: '2.0' },
    accessors: [
      { count: 24, componentType: 5126, type: 'VEC3' },
      { count: 36, componentType: 5123, type: 'SCALAR' },
    ],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
  });
  const json = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  const header = Buffer.alloc(20);
  header.write('glTF', 0, 'latin1');
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(header.length + json.length, 8);
  header.writeUInt32LE(json.length, 12);
  header.write('JSON', 16, 'latin1');
  return { name, mimeType: 'model/gltf-binary', buffer: Buffer.concat([header, json]) };
}
