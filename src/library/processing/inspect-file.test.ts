// @vitest-environment node
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InspectedFile, inspectFile } from './inspect-file';

const bytesOf = (...parts: (string | number[] | Uint8Array)[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    ),
  );
const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const little32 = (value: number) => uint32(value).reverse();
const chunk = (type: string, data: Uint8Array) => bytesOf(uint32(data.length), type, data, [0, 0, 0, 0]);

function png(width: number, height: number, ...chunks: Uint8Array[]): Uint8Array {
  const header = bytesOf(uint32(width), uint32(height), [8, 2, 0, 0, 0]);
  return bytesOf('\x89PNG\r\n\x1a\n', chunk('IHDR', header), ...chunks, chunk('IEND', new Uint8Array()));
}

/** EXIF with an orientation and, if given, a UTF-16 user comment. */
function exif(orientation: number, comment = ''): Uint8Array {
  const text = bytesOf('UNICODE\0', Buffer.from(comment, 'utf16le').swap16());
  const entry = (tag: number, type: number, count: number, value: number) =>
    bytesOf([tag & 255, tag >> 8, type, 0], little32(count), little32(value));
  const first = bytesOf([2, 0], entry(0x0112, 3, 1, orientation), entry(0x8769, 4, 1, 38), [0, 0, 0, 0]);
  const second = bytesOf([1, 0], entry(0x9286, 7, text.length, 56), [0, 0, 0, 0]);
  return bytesOf('Exif\0\0', 'II*\0', little32(8), first, second, text);
}

function jpeg(width: number, height: number, app1?: Uint8Array): Uint8Array {
  const segment = (marker: number, data: Uint8Array) =>
    bytesOf([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data);
  const frame = bytesOf([8, height >> 8, height & 255, width >> 8, width & 255, 3]);
  return bytesOf([0xff, 0xd8], app1 ? segment(0xe1, app1) : [], segment(0xc0, frame), [0xff, 0xda, 0, 2]);
}

async function accepted(bytes: Uint8Array, name = 'file'): Promise<InspectedFile> {
  const inspection = await inspectFile(bytes, name);
  if (!inspection.ok) throw new Error(inspection.reason);
  return inspection.file;
}

const A1111 = [
  'a red fox, (ink:1.2)',
  'second line',
  'Negative prompt: blurry, low quality',
  'Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 1234567890123, Size: 512x768, Model: inkwash_v2, Lora hashes: "a: 1, b: 2", Version: v1.7.0',
].join('\n');
const FROM_A1111 = {
  prompt: 'a red fox, (ink:1.2)\nsecond line',
  negativePrompt: 'blurry, low quality',
  seed: '1234567890123',
  numInferenceSteps: 28,
  guidance: 6.5,
  scheduler: 'DPM++ 2M Karras',
};

describe('inspecting a file', () => {
  it('finds at once that a text with many comments is no picture', async () => {
    const comments = '<!-- a line of its own -->\n'.repeat(2000);
    for (const text of [comments, `${comments}<html></html>`, `<!-- one --> words ${comments}`]) {
      const inspected = await inspectFile(bytesOf(text), 'page.html');
      expect(inspected).toMatchObject({ ok: true, file: { kind: 'text' } });
    }
  });

  it.each([
    ['PNG', png(30, 20), 'image', 'image/png', { width: 30, height: 20 }],
    ['JPEG', jpeg(300, 200), 'image', 'image/jpeg', { width: 300, height: 200 }],
    ['GIF', bytesOf('GIF89a', [44, 1, 200, 0, 0, 0, 0]), 'image', 'image/gif', { width: 300, height: 200 }],
    [
      'WebP',
      bytesOf('RIFF', little32(22), 'WEBPVP8X', little32(10), [0, 0, 0, 0, 43, 1, 0, 199, 0, 0]),
      'image',
      'image/webp',
      { width: 300, height: 200 },
    ],
    [
      'SVG',
      bytesOf('<?xml version="1.0"?><svg viewBox="0 0 64 32"></svg>'),
      'image',
      'image/svg+xml',
      { width: 64, height: 32 },
    ],
    [
      'SVG by Illustrator',
      bytesOf(
        '<?xml version="1.0"?>\n<!-- Generator -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n',
        '  <!ENTITY ns_svg "http://www.w3.org/2000/svg">\n]>\n<svg xmlns="&ns_svg;" width="64" height="32"/>',
      ),
      'image',
      'image/svg+xml',
      { width: 64, height: 32 },
    ],
    ['AVIF', bytesOf(uint32(16), 'ftypavif', uint32(0)), 'image', 'image/avif', undefined],
    ['HEIC', bytesOf(uint32(20), 'ftypmif1', uint32(0), 'heic'), 'image', 'image/heic', undefined],
    [
      'PSD',
      bytesOf('8BPS', [0, 1, 0, 0, 0, 0, 0, 0, 0, 3], uint32(20), uint32(30)),
      'image',
      'image/vnd.adobe.photoshop',
      { width: 30, height: 20 },
    ],
    [
      'HDR',
      bytesOf('#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 20 +X 30\n'),
      'image-hdr',
      'image/vnd.radiance',
      { width: 30, height: 20 },
    ],
    ['MP4', bytesOf(uint32(16), 'ftypisom', uint32(0)), 'video', 'video/mp4', undefined],
    ['WebM', bytesOf('\x1a\x45\xdf\xa3'), 'video', 'video/webm', undefined],
    ['MP3', bytesOf([0xff, 0xfb, 0x90, 0x64]), 'audio', 'audio/mpeg', undefined],
    ['OGG', bytesOf('OggS'), 'audio', 'audio/ogg', undefined],
    ['WAV', bytesOf('RIFF', little32(0), 'WAVE'), 'audio', 'audio/wav', undefined],
    ['FLAC', bytesOf('fLaC'), 'audio', 'audio/flac', undefined],
    ['PDF', bytesOf('%PDF-1.7'), 'document', 'application/pdf', undefined],
    ['JSON', bytesOf('{"a": [1]}'), 'json', 'application/json', undefined],
    ['text', bytesOf('a note'), 'text', 'text/plain', undefined],
  ])('knows %s by its bytes', async (_type, bytes, kind, mimeType, size) => {
    const file = await accepted(bytes);
    expect(file).toMatchObject({ kind, mimeType });
    expect(file.size).toEqual(size);
  });

  it.each([
    ['nothing', new Uint8Array(), 'rock.png is empty (0 bytes)'],
    ['text', bytesOf('just a note'), 'rock.png holds text, not what its name says (.png)'],
    ['a cut header', bytesOf('\x89PNG\r\n\x1a\n', [0, 0]), 'rock.png has a broken header'],
    [
      'noise',
      bytesOf([1, 2, 3, 0, 255, 7]),
      'rock.png is broken or of an unknown kind: its beginning matches none',
    ],
    [
      'a cut model',
      bytesOf('glTF', little32(2), little32(900)),
      'rock.png is a broken or incomplete 3D file',
    ],
  ])('refuses %s by name', async (_what, bytes, reason) => {
    await expect(inspectFile(bytes, 'rock.png')).resolves.toEqual({ ok: false, reason });
  });

  it('believes the bytes where the name says another picture type', async () => {
    await expect(accepted(jpeg(3, 2), 'rock.png')).resolves.toMatchObject({ mimeType: 'image/jpeg' });
  });

  it.each([
    [1, { width: 300, height: 200 }],
    [3, { width: 300, height: 200 }],
    [6, { width: 200, height: 300 }],
    [8, { width: 200, height: 300 }],
  ])('gives pixels after EXIF rotation %i', async (orientation, size) => {
    await expect(accepted(jpeg(300, 200, exif(orientation)))).resolves.toMatchObject({ orientation, size });
  });

  it.each([
    ['tEXt', png(3, 2, chunk('tEXt', bytesOf('parameters\0', Buffer.from(A1111))))],
    ['zTXt', png(3, 2, chunk('zTXt', bytesOf('parameters\0\0', deflateSync(A1111))))],
    ['iTXt', png(3, 2, chunk('iTXt', bytesOf('parameters\0\x01\0en\0\0', deflateSync(A1111))))],
    ['a JPEG comment', jpeg(3, 2, exif(1, A1111))],
  ])('reads A1111 parameters from %s', async (_where, bytes) => {
    const file = await accepted(bytes);
    expect(file.metadata).toMatchObject(FROM_A1111);
    expect(file.modelName).toBe('inkwash_v2');
  });

  it('walks a ComfyUI graph from its sampler', async () => {
    const graph = {
      3: {
        class_type: 'KSampler',
        inputs: {
          seed: ['9', 0],
          steps: 20,
          cfg: 8,
          sampler_name: 'euler',
          positive: ['6', 0],
          negative: ['7', 0],
        },
      },
      4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'styles\\painterly.safetensors' } },
      6: { class_type: 'ConditioningConcat', inputs: { conditioning_to: ['8', 0] } },
      7: { class_type: 'CLIPTextEncode', inputs: { text: 'text, watermark' } },
      8: { class_type: 'CLIPTextEncode', inputs: { text: 'a harbour at dawn' } },
      9: { class_type: 'PrimitiveInt', inputs: { value: 42 } },
    };
    const file = await accepted(png(3, 2, chunk('tEXt', bytesOf('prompt\0', JSON.stringify(graph)))));
    expect(file.metadata).toMatchObject({
      prompt: 'a harbour at dawn',
      negativePrompt: 'text, watermark',
      seed: '42',
      numInferenceSteps: 20,
      guidance: 8,
      scheduler: 'euler',
    });
    expect(file.modelName).toBe('painterly');
  });

  it('reads InvokeAI metadata', async () => {
    const facts = { positive_prompt: 'moss', seed: 7, steps: 30, cfg_scale: 5, model: { name: 'dreamy' } };
    const text = bytesOf('invokeai_metadata\0\0\0\0\0', JSON.stringify(facts));
    const file = await accepted(png(3, 2, chunk('iTXt', text)));
    expect(file).toMatchObject({ metadata: { prompt: 'moss', seed: '7', guidance: 5 }, modelName: 'dreamy' });
  });

  it('counts what a GLB holds', async () => {
    const json = JSON.stringify({
      asset: { version: '2.0' },
      accessors: [{ count: 24 }, { count: 36 }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 0 }, indices: 1 }] }],
    });
    const header = bytesOf('glTF', little32(2), little32(20 + json.length));
    const file = await accepted(bytesOf(header, little32(json.length), 'JSON', json));
    expect(file.properties).toMatchObject({
      vertexCount: 24,
      faceCount: 12,
      hasNormals: true,
      hasUVs: false,
    });
  });

  it('never throws, whatever follows a known beginning', async () => {
    const beginnings = [
      '',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff\xe1',
      'RIFF\0\0\0\0WEBPEXIF',
      'GIF89a',
      'II*\0',
      'v/1\x01',
      'glTF',
      '\0\0\0\x18ftypheic',
      '{"',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 200 }),
        async (start, rest) => {
          const inspection = await inspectFile(bytesOf(start, rest), 'x.png');
          expect(typeof inspection.ok).toBe('boolean');
        },
      ),
    );
  });

  it('never throws on a PNG with random texts', async () => {
    const keyword = fc.constantFrom('parameters', 'prompt', 'invokeai_metadata', 'sd-metadata');
    await fc.assert(
      fc.asyncProperty(keyword, fc.oneof(fc.string(), fc.json()), async (name, text) => {
        const bytes = png(3, 2, chunk('tEXt', bytesOf(`${name}\0`, Buffer.from(text))));
        await expect(inspectFile(bytes, 'x.png')).resolves.toMatchObject({ ok: true });
      }),
    );
  });
});
