import { describe, expect, it } from 'vitest';
import { bytesOfBase64 } from './base64';

describe('bytes in a text', () => {
  it.each([
    ['AAEC', [0, 1, 2], undefined],
    ['data:image/png;base64,AAEC', [0, 1, 2], 'image/png'],
    ['data:image/svg+xml;charset=utf-8;base64,AAEC', [0, 1, 2], 'image/svg+xml'],
    ['data:;base64,AAE=', [0, 1], undefined],
    ['', [], undefined],
  ])('are read from %s', (text, bytes, type) => {
    const read = bytesOfBase64(text);
    expect([...read.bytes]).toEqual(bytes);
    expect(read.type).toBe(type);
  });

  it.each(['data:image/png,plain', 'https://example.com/a.png', 'AA*C'])('are not read from %s', (text) => {
    expect(() => bytesOfBase64(text)).toThrow('neither base64 nor a data URL');
  });
});
