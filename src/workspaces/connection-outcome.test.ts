import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbeAnswer } from '~/api/probe';
import { type ConnectionOutcome, judgeConnection, leavesOpen } from './connection-outcome';
import { describeConnection } from './describe-connection';
import { ACCESSES } from './workspace-definition';

const answer = (status: number, body: unknown, more: object = {}): ProbeAnswer => ({
  kind: 'answer',
  status,
  body,
  isGateway: false,
  retryAfter: undefined,
  ...more,
});
const models = answer(200, { models: [] });
const noModels = answer(403, { message: 'Forbidden' });
const gatewaySays = { message: 'User is not authorized to access this resource' };

describe('the verdict on an answer', () => {
  it.each<[string, ProbeAnswer, ProbeAnswer | undefined, ConnectionOutcome]>([
    [
      'its collections',
      answer(200, { collections: [], nextPaginationToken: '' }),
      undefined,
      { kind: 'connected', limited: false },
    ],
    ['401', answer(401, { message: 'no' }), undefined, { kind: 'wrong-key', said: 'no' }],
    ['401 without a body', answer(401, undefined), undefined, { kind: 'wrong-key', said: undefined }],
    [
      '403 with the gateway’s header',
      answer(403, { message: 'no' }, { isGateway: true }),
      undefined,
      { kind: 'wrong-key', said: 'no' },
    ],
    [
      '403 in the gateway’s words, its header unreadable',
      answer(403, gatewaySays),
      noModels,
      { kind: 'wrong-key', said: gatewaySays.message },
    ],
    [
      '403 in the gateway’s words, while models can be read',
      answer(403, gatewaySays),
      models,
      { kind: 'no-permission', said: gatewaySays.message },
    ],
    [
      '403 with a reason of the service',
      answer(403, { reason: 'Not in your plan', name: 'PlanError' }),
      noModels,
      { kind: 'no-permission', said: 'Not in your plan' },
    ],
    ['404 of an API', answer(404, { message: 'x' }), undefined, { kind: 'not-api', why: 'not-found' }],
    ['404 of a host', answer(404, undefined), undefined, { kind: 'not-api', why: 'not-found' }],
    ['a page with 200', answer(200, undefined), undefined, { kind: 'not-api', why: 'page' }],
    ['a page with 403', answer(403, undefined), undefined, { kind: 'not-api', why: 'page' }],
    ['other JSON', answer(200, { items: [] }), undefined, { kind: 'not-api', why: 'shape' }],
    ['JSON that is a text', answer(200, 'collections'), undefined, { kind: 'not-api', why: 'page' }],
    ['a redirect', { kind: 'redirect' }, undefined, { kind: 'not-api', why: 'redirect' }],
    ['nothing', { kind: 'nothing' }, undefined, { kind: 'no-answer' }],
    [
      '429 with a header',
      answer(429, {}, { retryAfter: 12 }),
      undefined,
      { kind: 'rate-limited', seconds: 12 },
    ],
    [
      '429 with a field',
      answer(429, { reason: 'cooldown', remainingSeconds: 900 }),
      undefined,
      { kind: 'rate-limited', seconds: 900 },
    ],
    [
      '429 in words',
      answer(429, { message: 'Please wait 7 seconds' }),
      undefined,
      { kind: 'rate-limited', seconds: 7 },
    ],
    ['429 and no more', answer(429, undefined), undefined, { kind: 'rate-limited', seconds: undefined }],
    ['500', answer(500, { error: 'boom' }), undefined, { kind: 'trouble', said: 'boom' }],
    ['a page with 502', answer(502, undefined), undefined, { kind: 'trouble', said: 'status 502' }],
    ['400', answer(400, { reason: 'pageSize' }), undefined, { kind: 'trouble', said: 'pageSize' }],
  ])('tells %s', (_name, first, second, outcome) => {
    expect(judgeConnection('key', first, second)).toEqual(outcome);
  });

  it('asks public access for assets', () => {
    const found = judgeConnection('public', answer(200, { assets: [] }));
    expect(found).toEqual({ kind: 'connected', limited: true });
    expect(judgeConnection('public', answer(200, { collections: [] }))).toMatchObject({ kind: 'not-api' });
  });

  it('looks twice only where a refusal does not say of what', () => {
    expect(leavesOpen(noModels)).toBe(true);
    expect(leavesOpen(answer(403, gatewaySays, { isGateway: true }))).toBe(false);
    for (const other of [models, answer(401, {}), answer(404, {}), answer(403, undefined)])
      expect(leavesOpen(other)).toBe(false);
  });

  it('finds a verdict for any answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACCESSES),
        fc.integer({ min: 200, max: 599 }),
        fc.option(fc.jsonValue(), { nil: undefined }),
        (access, status, body) => {
          expect(judgeConnection(access, answer(status, body)).kind).toBeTypeOf('string');
        },
      ),
    );
  });
});

describe('what is said of an outcome', () => {
  const asked = { access: 'key' as const, baseUrl: 'https://api.test/v1' };
  const outcomes: readonly ConnectionOutcome[] = [
    { kind: 'connected', limited: false },
    { kind: 'connected', limited: true },
    { kind: 'wrong-key', said: 'no' },
    { kind: 'needs-key' },
    { kind: 'no-permission', said: undefined },
    { kind: 'trouble', said: 'boom' },
    { kind: 'rate-limited', seconds: 12 },
    { kind: 'not-api', why: 'page' },
    { kind: 'no-answer' },
    { kind: 'offline' },
    { kind: 'own-policy' },
  ];

  it('differs for every kind', () => {
    globalThis.location = { origin: 'https://site.test' } as Location;
    const titles = outcomes.map((outcome) => describeConnection(outcome, asked).title);
    expect(new Set(titles).size).toBe(outcomes.length);
    const texts = ACCESSES.map((access) =>
      describeConnection({ kind: 'wrong-key', said: undefined }, { ...asked, access }),
    );
    expect(new Set(texts.map(({ text }) => text)).size).toBe(ACCESSES.length);
  });

  it('names both reasons where a browser cannot tell them apart, and offers the proxy', () => {
    const { text, offersProxy } = describeConnection({ kind: 'no-answer' }, asked);
    expect(text).toMatch(/no network.*CORS.*does not tell which/);
    expect(offersProxy).toBe(true);
  });

  it('quotes the far end, and how long it asks to wait', () => {
    expect(describeConnection({ kind: 'trouble', said: 'boom' }, asked).text).toContain('“boom”');
    expect(describeConnection({ kind: 'rate-limited', seconds: 12 }, asked).text).toContain('12 s');
  });
});
