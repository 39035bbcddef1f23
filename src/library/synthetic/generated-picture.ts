import { crc32, deflateSync } from 'node:zlib';

export interface GeneratedPicture {
  type: string;
  bytes: Uint8Array;
  width: number;
  height: number;
  /** `#rrggbb`: what most of it looks like. */
  color: string;
}

const SHAPES: readonly (readonly [number, number])[] = [
  [512, 512],
  [768, 512],
  [512, 768],
  [960, 540],
  [400, 600],
  [640, 480],
  [1024, 432],
  [360, 800],
];

/** A real picture of a number: always the same colours, size and pattern; every fifth one is an SVG. */
export function generatedPicture(seed: number): GeneratedPicture {
  const [width, height] = SHAPES[seed % SHAPES.length] ?? [512, 512];
  const hue = (seed * 47) % 360;
  return seed % 5 === 4 ? svg(width, height, hue) : png(width, height, hue, seed);
}

function svg(width: number, height: number, hue: number): GeneratedPicture {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="hsl(${hue} 45% 30%)"/><circle cx="${width / 2}" cy="${height / 2}" r="${Math.min(width, height) / 3}" fill="hsl(${(hue + 40) % 360} 60% 60%)"/></svg>`;
  const color = hex(hueToRgb(hue, 0.3, 0.45));
  return { type: 'image/svg+xml', bytes: new TextEncoder().encode(text), width, height, color };
}

/** 256 shades of one hue as a palette: one byte a pixel, which packs to a few kilobytes. */
function png(width: number, height: number, hue: number, seed: number): GeneratedPicture {
  const palette = new Uint8Array(256 * 3);
  const colorOf = (shade: number) => hueToRgb(hue + shade / 4, 0.15 + (shade / 255) * 0.6);
  for (let shade = 0; shade < 256; shade += 1) palette.set(colorOf(shade), shade * 3);
  let shades = 0;
  const rows = new Uint8Array((width + 1) * height);
  const [across, down] = [1 + (seed % 3), 1 + (seed % 4)];
  const columns = Float64Array.from({ length: width }, (_, x) => Math.sin((x / width) * across * 3));
  for (let y = 0; y < height; y += 1) {
    const row = Math.cos((y / height) * down * 3) + 2;
    // Steps of seven keep runs long; a plain gradient would not pack.
    for (let x = 0; x < width; x += 1) {
      const shade = Math.round(((columns[x] ?? 0) + row) * 8) * 7;
      rows[y * (width + 1) + 1 + x] = shade;
      shades += shade;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 3 })),
    chunk('IEND', new Uint8Array()),
  ]);
  const color = hex(colorOf(shades / (width * height)));
  return { type: 'image/png', bytes: new Uint8Array(bytes), width, height, color };
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function hueToRgb(hue: number, lightness: number, saturation = 0.4): [number, number, number] {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
