/** A real PNG of one grey, with a comment that makes its bytes its own. Built by hand: this runs in browsers too. */
export function tinyPng(width: number, height: number, comment: string): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = new Uint8Array((width + 1) * height).fill(0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const text = new TextEncoder().encode(`Comment\0${comment}`);
  return concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('tEXt', text),
    chunk('IDAT', storedZlib(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** zlib without compression: one stored block (up to 65,535 bytes) and the checksum. */
function storedZlib(data: Uint8Array): Uint8Array {
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  const { length } = data;
  const inverse = ~length & 0xff_ff;
  return concat([
    Uint8Array.of(0x78, 0x01, 0x01, length & 0xff, length >> 8, inverse & 0xff, inverse >> 8),
    data,
    Uint8Array.of(b >> 8, b & 0xff, a >> 8, a & 0xff),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = concat([new TextEncoder().encode(name), data]);
  const framed = new Uint8Array(body.length + 8);
  const view = new DataView(framed.buffer);
  view.setUint32(0, data.length);
  framed.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return framed;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
