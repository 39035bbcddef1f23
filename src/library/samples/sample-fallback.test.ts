import { describe, expect, it } from 'vitest';
import { partOf } from './sample-fallback';

const whole = () => new Response('0123456789', { headers: { 'content-type': 'audio/mp4' } });

describe('a sample of a host that knows no ranges', () => {
  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
  ])('is answered for %s as asked', async (range, status, body, said) => {
    const response = await partOf(whole(), range);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toBe(said);
    expect(response.headers.get('content-type')).toBe('audio/mp4');
    expect(await response.text()).toBe(body);
  });
});
