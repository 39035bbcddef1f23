import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { partOf, sampleMedia } from './sample-fallback';

afterEach(() => vi.restoreAllMocks());

describe('a sample of a host that knows no ranges', () => {
  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
  ])('is answered for %s as asked', async (range, status, body, said) => {
    const headers = new Headers({ 'content-type': 'audio/mp4' });
    const response = await partOf(new Response('0123456789'), range, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toBe(said);
    expect(response.headers.get('content-type')).toBe('audio/mp4');
    expect(await response.text()).toBe(body);
  });
});

describe('a sample that is not stored yet', () => {
  const sound = 'http://host/~library/media/assets/sample-ambi-choir';
  const bytes = readFileSync('public/samples/media/ambi-choir.ogg');
  const part = () => {
    const headers = { 'content-range': `bytes 0-99/${bytes.length}`, etag: '"host"' };
    return new Response(bytes.subarray(0, 100), { status: 206, headers });
  };

  /** Answers as a host does; `answer` is what it says of the file. */
  function host(answer: () => Response) {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
      const url = input as string;
      const response = url.endsWith('manifest.json') ? new Response(readFileSync(`public${url}`)) : answer();
      return Object.defineProperty(response, 'url', { value: `http://host${url}` });
    });
  }

  it('is no answer to a question for a record', async () => {
    host(part);
    const record = new Request('http://host/~library/v1/assets/sample-ambi-choir');
    expect(await sampleMedia(record, '/')).toBeUndefined();
  });

  it.each([
    ['in parts', part],
    ['whole', () => new Response(bytes, { headers: { etag: '"host"' } })],
  ])('has one face, whether the host sends it %s', async (_how, answer) => {
    host(answer);
    const response = await sampleMedia(new Request(sound, { headers: { range: 'bytes=0-99' } }), '/');
    expect(response?.status).toBe(206);
    expect(response?.url).toBe('');
    const said = ['etag', 'content-type', 'content-range'].map((name) => response?.headers.get(name));
    expect(said).toEqual(['"sample-ambi-choir"', 'audio/ogg', `bytes 0-99/${bytes.length}`]);
    expect((await response?.arrayBuffer())?.byteLength).toBe(100);
  });

  it('says how large it is, and can be downloaded under a name', async () => {
    host(() => new Response(bytes));
    const response = await sampleMedia(new Request(`${sound}?download=choir.ogg`), '/');
    expect(response?.headers.get('content-length')).toBe(String(bytes.length));
    expect(response?.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''choir.ogg");
  });

  it('is left to the library where the host has it not', async () => {
    host(() => new Response('<!doctype html>', { status: 404 }));
    expect(await sampleMedia(new Request(sound), '/')).toBeUndefined();
    expect(await sampleMedia(new Request('http://host/~library/media/assets/asset_1'), '/')).toBeUndefined();
  });
});
