import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from './api-error';
import { basicAuthorization } from './authorization';
import { createApiClient } from './client';

const schema = z.looseObject({ ok: z.boolean() });

const HEADER = basicAuthorization({ key: 'käy', secret: 's' });

function clientAnswering(
  answer: (request: Request) => Response | Promise<Response>,
  refused: (header: string) => void = () => {},
) {
  return createApiClient({
    baseUrl: 'http://library.test/v1',
    auth: { header: () => HEADER, refused },
    fetch: async (input, init) => answer(new Request(input, init)),
  });
}

async function failureOf(response: Response): Promise<ApiError> {
  const client = clientAnswering(() => response);
  const thrown: unknown = await client.request('collections', schema).catch((error: unknown) => error);
  if (!(thrown instanceof ApiError)) throw new Error('did not fail with an ApiError');
  return thrown;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

describe('api client', () => {
  it('sends Basic credentials in UTF-8 and parses the answer', async () => {
    let seen: Request | undefined;
    const client = clientAnswering((request) => {
      seen = request;
      return json(200, { ok: true, more: 1 });
    });
    await expect(client.request('assets', schema)).resolves.toEqual({ ok: true, more: 1 });
    expect(seen?.url).toBe('http://library.test/v1/assets');
    expect(seen?.headers.get('authorization')).toBe(`Basic ${btoa('k\u00C3\u00A4y:s')}`);
  });

  it.each([
    [400, { reason: 'Input prompt is required' }, 'invalid', 'Input prompt is required'],
    [401, { message: 'no' }, 'unauthorized', 'no'],
    [403, { reason: 'another team' }, 'forbidden', 'another team'],
    [404, { error: 'gone' }, 'not-found', 'gone'],
    [500, { detail: 'broke' }, 'unavailable', 'broke'],
    [502, 'not an object', 'unavailable', 'The workspace answered 502.'],
  ])('translates %i', async (status, body, kind, message) => {
    await expect(failureOf(json(status, body))).resolves.toMatchObject({ kind, message, status });
  });

  it('reads a gateway refusal as wrong credentials', async () => {
    const refusal = json(403, { message: 'no' }, { 'x-amzn-errortype': 'AccessDeniedException' });
    await expect(failureOf(refusal)).resolves.toMatchObject({ kind: 'unauthorized' });
  });

  it.each([
    ['the header', json(429, {}, { 'retry-after': '2' }), 2_000],
    ['remainingSeconds', json(429, { reason: 'cooldown', remainingSeconds: 900 }), 900_000],
    ['the text', json(429, { message: 'Please wait 7 seconds' }), 7_000],
    ['nothing', json(429, {}), undefined],
  ])('learns how long to wait from %s', async (_from, response, retryAfterMs) => {
    const error = await failureOf(response);
    expect(error.kind).toBe('rate-limited');
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });

  it('refuses HTML with 200 and answers of another shape', async () => {
    await expect(failureOf(new Response('<!doctype html>', { status: 200 }))).resolves.toMatchObject({
      kind: 'unusable',
    });
    await expect(failureOf(json(200, { ok: 'yes' }))).resolves.toMatchObject({ kind: 'unusable' });
  });

  it('tells a lost answer from a refusal', async () => {
    const client = clientAnswering(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(client.request('assets', schema)).rejects.toMatchObject({
      kind: 'unreachable',
      unclear: true,
    });
    expect((await failureOf(json(400, {}))).unclear).toBe(false);
  });

  it('does not follow a redirect, which could take the key along', async () => {
    const redirects: string[] = [];
    const client = clientAnswering((request) => {
      redirects.push(request.redirect);
      return new Response(null, { status: 302, headers: { location: 'https://elsewhere.test/' } });
    });
    await expect(client.request('assets', schema)).rejects.toMatchObject({ kind: 'unusable' });
    expect(redirects).toEqual(['manual']);
  });

  it('tells which key was refused, and only then', async () => {
    const refused: string[] = [];
    let status = 401;
    const client = clientAnswering(
      () => json(status, {}),
      (header) => refused.push(header),
    );
    await expect(client.request('assets', schema)).rejects.toMatchObject({ kind: 'unauthorized' });
    status = 403;
    await expect(client.request('assets', schema)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(refused).toEqual([HEADER]);
  });

  it('sends no key with media and parts of uploads, wherever they are', async () => {
    const seen: Request[] = [];
    const client = clientAnswering((request) => {
      seen.push(request);
      return new Response('text');
    });
    await client.getText('http://library.test/media/a', 9);
    await client.getBytes('https://cdn.test/media/a');
    await client.putBytes('https://uploads.test/part/1', new ArrayBuffer(1));
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual([null, null, null]);
  });

  it.each([
    ['a refusal', () => json(401, { message: 'no' })],
    ['a failure', () => json(500, {})],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['nonsense', () => new Response('<html>')],
  ])('keeps the key out of the error after %s', async (_why, answer) => {
    const thrown: unknown = await clientAnswering(answer)
      .request('assets', schema)
      .catch((error: unknown) => error);
    expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(HEADER.slice('Basic '.length));
  });

  it('leaves an abort an abort', async () => {
    const controller = new AbortController();
    const client = clientAnswering(async (request) => {
      if (!request.signal.aborted) {
        await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
      }
      throw new DOMException('stop', 'AbortError');
    });
    const pending = client.request('assets', schema, { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });
});
