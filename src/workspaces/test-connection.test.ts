// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { basicAuthorization, PUBLIC_ACCESS } from '~/api/authorization';
import { answerAsLibrary } from '~/testing/answer-as-library';
import { testConnection } from './test-connection';

const baseUrl = 'https://api.test/v1';
const credentials = { key: 'key-1', secret: 'secret-1' };
type Answer = (request: Request) => Response | Promise<Response>;

/** Tests a far end that answers so, and tells what it was asked. */
async function tested(answer: Answer, access: 'key' | 'proxy' | 'public' = 'key', given = credentials) {
  const asked: Request[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    asked.push(request);
    return answer(request);
  };
  const outcome = await testConnection({
    baseUrl,
    access,
    fetch,
    ...(access === 'key' && { credentials: given }),
  });
  return { outcome, asked };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const page = (status: number) =>
  new Response('<!doctype html><title>Welcome</title>', { status, headers: { 'content-type': 'text/html' } });

describe('the test of a connection', () => {
  it.each<[string, Answer, string]>([
    ['401', () => json(401, { message: 'Unauthorized' }), 'wrong-key'],
    [
      '403 of a gateway that names itself',
      () => json(403, { message: 'no' }, { 'x-amzn-errortype': 'AccessDeniedException' }),
      'wrong-key',
    ],
    ['403 of a gateway whose header cannot be read', () => json(403, { message: 'no' }), 'wrong-key'],
    [
      '403 for collections alone',
      ({ url }) => (url.includes('/models') ? json(200, { models: [] }) : json(403, { message: 'no' })),
      'no-permission',
    ],
    ['403 of the service', () => json(403, { reason: 'Not in your plan', name: 'X' }), 'no-permission'],
    ['a page', () => page(200), 'not-api'],
    ['a page that says 403', () => page(403), 'not-api'],
    ['a page that says 404', () => page(404), 'not-api'],
    [
      'a way on to another address',
      () => new Response(null, { status: 302, headers: { location: 'https://x.test' } }),
      'not-api',
    ],
    ['429', () => json(429, {}, { 'retry-after': '7' }), 'rate-limited'],
    ['a page that says 502', () => page(502), 'trouble'],
    ['nothing a page may read', () => Promise.reject(new TypeError('Failed to fetch')), 'no-answer'],
  ])('tells %s', async (_what, answer, kind) => {
    const { outcome, asked } = await tested(answer);
    expect(outcome.kind).toBe(kind);
    expect(asked.every(({ redirect }) => redirect === 'manual')).toBe(true);
  });

  it('says that there is no network where the browser knows it', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { outcome } = await tested(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(outcome.kind).toBe('offline');
  });

  it('says that this site’s own policy is in the way', async () => {
    const { outcome } = await tested(() => {
      const event = Object.assign(new Event('securitypolicyviolation'), {
        blockedURI: `${baseUrl}/collections`,
      });
      document.dispatchEvent(event);
      return Promise.reject(new TypeError('Failed to fetch'));
    });
    expect(outcome.kind).toBe('own-policy');
  });

  it('does not call a key wrong that was never shown', async () => {
    const outcome = await testConnection({
      baseUrl,
      access: 'key',
      fetch: async (input, init) => answerAsLibrary(credentials)(new Request(input, init)),
    });
    expect(outcome).toEqual({ kind: 'needs-key' });
  });

  it('passes at a real library with its key, and not with another', async () => {
    const answer = answerAsLibrary(credentials);
    expect((await tested(answer)).outcome).toEqual({ kind: 'connected', limited: false });
    const wrong = await tested(answer, 'key', { ...credentials, secret: 'typo' });
    expect(wrong.outcome).toMatchObject({ kind: 'wrong-key' });
    expect((await tested(answer, 'proxy')).outcome).toMatchObject({ kind: 'wrong-key' });
    expect((await tested(answer, 'public')).outcome).toEqual({ kind: 'connected', limited: true });
  });

  it.each([
    ['key', basicAuthorization(credentials), '/v1/collections?pageSize=1'],
    ['proxy', null, '/v1/collections?pageSize=1'],
    ['public', PUBLIC_ACCESS, '/v1/assets?pageSize=1'],
  ] as const)('shows what %s access has, and nothing else', async (access, header, path) => {
    const { asked } = await tested(() => page(200), access);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([header]);
    expect(asked.map(({ url }) => url)).toEqual([`https://api.test${path}`]);
  });
});
