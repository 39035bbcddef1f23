import { describe, expect, it } from 'vitest';
import { tinyPng } from './contract-suite/tiny-png';
import { sniffFile } from './sniff-file';

const text = (value: string) => new TextEncoder().encode(value);

describe('sniffFile', () => {
  it.each([
    ['a PNG', tinyPng(5, 3, ''), { kind: 'image', mimeType: 'image/png', width: 5, height: 3 }],
    ['an SVG', text('<?xml version="1.0"?><svg width="20" height="10"/>'), { width: 20, height: 10 }],
    ['JSON', text('{"a":1}'), { kind: 'json' }],
    ['text', text('Plain words'), { kind: 'text', mimeType: 'text/plain' }],
    ['HTML', text('<!doctype html><script>1</script>'), { kind: 'text', mimeType: 'text/plain' }],
    ['a GLB', text('glTF....'), { kind: '3d' }],
  ])('%s', (_name, bytes, expected) => expect(sniffFile(bytes)).toMatchObject(expected));

  it('knows nothing of empty and of binary bytes', () => {
    expect(sniffFile(new Uint8Array())).toBeUndefined();
    expect(sniffFile(Uint8Array.of(0, 255, 254, 1))).toBeUndefined();
  });
});
