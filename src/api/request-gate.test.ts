import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { createApiClient } from './client';
import type { RequestLimit } from './request-rate';

const any = z.looseObject({});

/** A client of a far end that answers when told to; `lines` are the requests as they were sent. */
function limited(
  limit: RequestLimit,
  { name = 'gate', answer = okay }: { name?: string; answer?: Answer } = {},
) {
  const lines: string[] = [];
  const client = createApiClient({
    baseUrl: 'http://far.test/v1',
    limit: { ...limit, name },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const line = `${request.method} ${new URL(request.url).pathname.replace('/v1/', '')}`;
      lines.push(line);
      return answer(line, request.signal, lines.length);
    },
  });
  return { client, lines };
}
type Answer = (line: string, signal: AbortSignal, count: number) => Response | Promise<Response>;
const okay: Answer = () => Response.json({});
const refused = (body: object = {}, headers: Record<string, string> = {}) =>
  Response.json(body, { status: 429, headers });

/** Lets everything happen that needs no time. */
async function settle(): Promise<void> {
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('requests to a far end that limits them', () => {
  it('send no more than it takes in a window, over all tabs', async () => {
    const one = limited({ requests: 4, windowMs: 10_000 });
    const other = limited({ requests: 4, windowMs: 10_000 });
    const asked = [1, 2, 3].map((n) => one.client.request(`assets/${n}`, any));
    await settle();
    const late = [4, 5].map((n) => other.client.request(`assets/${n}`, any));
    await settle();
    expect([...one.lines, ...other.lines]).toHaveLength(4);
    expect(other.client.slowed.getState().until).toBe(Date.now() + 10_000);
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all([...asked, ...late]);
    expect(other.lines).toHaveLength(2);
    expect(other.client.slowed.getState().until).toBeUndefined();
  });

  it('take the most urgent first, whenever it came, and leave room for it', async () => {
    const { client, lines } = limited({ requests: 10, windowMs: 10_000 });
    const background = Array.from({ length: 8 }, (_, n) => client.at('background').request(`b${n}`, any));
    await settle();
    expect(lines).toHaveLength(6);
    // Nobody looks at these: nothing is said.
    expect(client.slowed.getState().until).toBeUndefined();
    const ahead = [0, 1, 2].map((n) => client.at('ahead').request(`a${n}`, any));
    const visible = [0, 1].map((n) => client.request(`v${n}`, any));
    const act = client.request('collections', any, { method: 'post', json: {} });
    await settle();
    // What is read ahead had room for one: two are kept for those who wait.
    expect(lines.slice(6).sort()).toEqual(['GET a0', 'GET v0', 'GET v1', 'POST collections']);
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all([...background, ...ahead, ...visible, act]);
    expect(lines.slice(10)).toEqual(['GET a1', 'GET a2', 'GET b6', 'GET b7']);
  });

  it('are as many as come where nobody has named a limit, until one is refused', async () => {
    let refuses = false;
    const { client, lines } = limited(
      { requests: 4, windowMs: 10_000, isAssumed: true },
      { answer: () => (refuses ? refused({ remainingSeconds: 1 }) : Response.json({})) },
    );
    await Promise.all([client.request('first', any), settle()]);
    await Promise.all(Array.from({ length: 20 }, (_, n) => client.request(`a${n}`, any)));
    expect(lines).toHaveLength(21);
    refuses = true;
    const late = client.request('late', any);
    await settle();
    refuses = false;
    await vi.advanceTimersByTimeAsync(1_000);
    // What was sent within the window is more than the limit by far.
    expect(lines).toHaveLength(22);
    await vi.advanceTimersByTimeAsync(9_000);
    await late;
  });

  it('let what has come into sight meanwhile go first', async () => {
    const { client, lines } = limited({ requests: 2, windowMs: 1_000 });
    let seen = false;
    const asked = ['x', 'y', 'z'].map((path) => client.request(path, any));
    const later = client.at(() => (seen ? 'act' : 'background')).request('seen', any);
    await settle();
    seen = true;
    await vi.advanceTimersByTimeAsync(3_000);
    await Promise.all([...asked, later]);
    expect(lines).toEqual(['GET x', 'GET y', 'GET seen', 'GET z']);
  });

  it('ask the same thing once, and call it off when nobody waits any more', async () => {
    let aborted = 0;
    const { client, lines } = limited(
      { requests: 100, windowMs: 60_000 },
      {
        answer: (_line, signal) =>
          new Promise((resolve, reject) => {
            const timer = setTimeout(() => resolve(Response.json({})), 1_000);
            signal.addEventListener('abort', () => {
              clearTimeout(timer);
              aborted += 1;
              reject(new DOMException('', 'AbortError'));
            });
          }),
      },
    );
    const [first, second] = [new AbortController(), new AbortController()];
    const one = client.request('assets', any, { signal: first.signal });
    const two = client.request('assets', any, { signal: second.signal });
    const other = client.request('assets', any, { searchParams: { pageSize: '2' } });
    await settle();
    expect(lines).toHaveLength(2);
    first.abort();
    await expect(one).rejects.toMatchObject({ name: 'AbortError' });
    expect(aborted).toBe(0);
    second.abort();
    await expect(two).rejects.toMatchObject({ name: 'AbortError' });
    expect(aborted).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await other;
  });

  it('never answer a read that begins after a write with one from before it', async () => {
    const { client, lines } = limited({ requests: 100, windowMs: 60_000 });
    const before = client.request('assets', any);
    const write = client.request('collections/c/assets', any, { method: 'put', json: {} });
    const after = client.request('assets', any);
    await settle();
    await Promise.all([before, write, after]);
    expect(lines.filter((line) => line === 'GET assets')).toHaveLength(2);
  });

  it.each([
    ['the header in milliseconds', refused({}, { 'retry-after-ms': '1500', 'retry-after': '9' }), 1_500],
    ['the header', refused({ remainingSeconds: 9 }, { 'retry-after': '3' }), 3_000],
    ['the moment in a header', refused({}, { 'x-ratelimit-reset': '1700000004' }), 4_000],
    ['the body, where headers cannot be read', refused({ remainingSeconds: 5 }), 5_000],
    ['the text', refused({ message: 'Rate limit reached, wait 2 seconds' }), 2_000],
  ])('come back when the service says, by %s', async (_from, refusal, wait) => {
    const { client, lines } = limited(
      { requests: 100, windowMs: 60_000 },
      { answer: (_line, _signal, count) => (count === 1 ? refusal : Response.json({ fine: true })) },
    );
    const asked = client.request('assets', any);
    await settle();
    expect(client.slowed.getState().until).toBe(Date.now() + wait);
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await expect(asked).resolves.toEqual({ fine: true });
  });

  it('come back ever more slowly, one at a time, where it does not say', async () => {
    const { client, lines } = limited(
      { requests: 100, windowMs: 600_000 },
      { answer: (_line, _signal, count) => (count <= 6 ? refused() : Response.json({})) },
    );
    const asked = [1, 2, 3].map((n) => client.request(`assets/${n}`, any));
    await settle();
    expect(lines).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(asked);
    expect(lines).toHaveLength(9);
  });

  it('tell whoever writes, and do not wait for a quota that is used up', async () => {
    const { client, lines } = limited(
      { requests: 100, windowMs: 60_000 },
      {
        answer: (line) =>
          line.startsWith('GET')
            ? Response.json({})
            : refused({ error: 'Quota exceeded for search', code: 'QUOTA_EXCEEDED' }),
      },
    );
    const search = client.request('search/assets', any, { method: 'post', json: {} });
    const write = client.request('collections', any, { method: 'post', json: {} });
    await expect(search).rejects.toMatchObject({ kind: 'rate-limited', isQuota: true });
    await expect(write).rejects.toMatchObject({ kind: 'rate-limited' });
    await expect(client.request('assets', any)).resolves.toEqual({});
    expect(lines).toHaveLength(3);
  });

  it('call off what waits for its turn, and hear to the end what was sent', async () => {
    const answers: (() => void)[] = [];
    const { client, lines } = limited(
      { requests: 1, windowMs: 10_000 },
      { answer: async () => new Promise((resolve) => answers.push(() => resolve(Response.json({})))) },
    );
    const cancelled = new AbortController();
    const options = { method: 'post', json: {}, turn: cancelled.signal };
    const [sent, waiting] = [client.request('assets', any, options), client.request('assets', any, options)];
    const gone = waiting.catch((thrown: unknown) => thrown);
    await settle();
    cancelled.abort();
    expect(await gone).toMatchObject({ name: 'AbortError' });
    answers[0]?.();
    await expect(sent).resolves.toEqual({});
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lines).toEqual(['POST assets']);
  });
});
