import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatPixels } from './format-facts';

describe('facts in words', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1500, '2 kB'],
    [214_000_000, '214 MB'],
    [2_140_000, '2.1 MB'],
    [3_200_000_000, '3.2 GB'],
    [5e15, '5,000 TB'],
  ])('%i bytes is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [4.2, '0:04'],
    [75, '1:15'],
    [3723, '1:02:03'],
  ])('%f seconds is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('leaves out pixels where there are none', () => {
    expect(formatPixels(0, 0)).toBe('');
    expect(formatPixels(512, 64)).toBe('512 × 64');
  });
});
