import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerWith as answer, type Wrong } from '~/testing/answer-with';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const remote = { requests: 1000, windowMs: 60_000 };
const props = buildCollection({ name: 'Props' });
const lamp = buildAsset({ name: 'Lamp', collectionIds: [props.id] });
const clay = buildModel({ name: 'Clay' });
const seed = { collections: [props], assets: [lamp], models: [clay] };
type Fault = Wrong['fault'];
const html = '<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>';
const stamp = '2026-01-01T00:00:00.000Z';
const plan = { currentPlan: 'free', requiredPlan: 'pro' };

/** Every shape of error that the service is documented or has been seen to send, and what a page makes of it. */
const SHAPES: readonly [what: string, fault: Fault, title: string, says: RegExp][] = [
  [
    'a field that is wrong',
    answer(400, { reason: 'pageSize is too large', trace_id: 'tr_1' }),
    'The workspace refused the request',
    /“pageSize is too large”/,
  ],
  [
    'the generic shape of the documentation',
    answer(400, { status: 'error', code: 'INVALID_PARAMETER', message: 'Invalid sort field' }),
    'The workspace refused the request',
    /“Invalid sort field”/,
  ],
  [
    'an error under its own name',
    answer(422, { error: 'Not processable' }),
    'The workspace refused the request',
    /“Not processable”/,
  ],
  [
    'a detail alone',
    answer(409, { detail: 'It has just changed' }),
    'The workspace refused the request',
    /“It has just changed”/,
  ],
  ['no body at all', answer(400), 'The workspace refused the request', /“The workspace answered 400\.”/],
  [
    'fields of other types beside the reason',
    answer(400, { reason: null, message: ' ', error: { at: 3 }, detail: 'Too many ids', trace_id: 7 }),
    'The workspace refused the request',
    /“Too many ids”/,
  ],
  [
    'a key that is wrong',
    answer(401, { message: 'Unauthorized' }),
    'The workspace does not accept the key',
    /“Unauthorized”/,
  ],
  [
    'the gateway’s own refusal',
    answer(403, { message: 'Access denied' }, { 'x-amzn-errortype': 'AccessDeniedException' }),
    'The workspace does not accept the key',
    /“Access denied”/,
  ],
  [
    'the gateway’s refusal by a rule, its header hidden',
    answer(403, { Message: 'User is not authorized to access this resource with an explicit deny' }),
    'You may not see this',
    /“User is not authorized.*settings can test the connection/,
  ],
  [
    'a plan that does not reach so far',
    answer(403, { reason: 'Not in your plan', name: 'ModelAccessRestrictedError', details: plan }),
    'You may not see this',
    /“Not in your plan”/,
  ],
  [
    'a record that is not there',
    answer(404, { reason: 'Collection not found', trace_id: 'tr_2' }),
    'This is not there any more',
    /deleted, or the address belongs to another workspace/,
  ],
  [
    'a quota that is used up',
    answer(429, { error: 'Quota exceeded for search', code: 'QUOTA_EXCEEDED' }),
    'A quota of the workspace is used up',
    /“Quota exceeded for search”/,
  ],
  [
    'a failure of the service',
    answer(500, { id: 'e1', error: 'Boom', apiError: 'X', infos: {}, createdAt: stamp, updatedAt: stamp }),
    'The workspace has trouble',
    /“Boom”/,
  ],
  ['a gateway’s page', answer(502, html), 'The workspace has trouble', /“The workspace answered 502\.”/],
  ['a page with 200', answer(200, html), 'The answer cannot be used', /not JSON/],
  ['something else in JSON', answer(200, { items: [] }), 'The answer cannot be used', /settings can test/],
  [
    'a way on to another address',
    answer(302, undefined, { location: 'https://elsewhere.test/' }),
    'The answer cannot be used',
    /another address/,
  ],
  ['no answer', { type: 'drop-before' }, 'The workspace does not answer', /may not allow this site/],
];

describe('an error instead of a page', () => {
  it.each(SHAPES)(
    '%s: is named, with the next step, and the next try shows the page',
    async (_what, fault, title, says) => {
      const faults: Wrong[] = [{ method: 'GET', path: '/v1/assets', fault }];
      const { user, setFaults } = await renderApp({ at: '/far/assets', seed, remote, faults });
      expect(await screen.findByText(title)).toBeVisible();
      expect(screen.getByText(says)).toBeVisible();
      expect(screen.getByRole('heading', { level: 1, name: 'Library' })).toBeInTheDocument();
      setFaults([]);
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByRole('option', { name: 'Lamp' })).toBeVisible();
    },
  );

  it.each([
    ['/far/collections', '/v1/collections', 'Collections'],
    [`/far/collections/${props.id}`, `/v1/collections/${props.id}`, 'Collection'],
    ['/far/models', '/v1/models', 'Models'],
    ['/far/assets?q=lamp', '/v1/search', 'Library'],
    [`/far/collections/${props.id}/pick`, '/v1/assets', 'Add to Props'],
  ])('is named at %s too', async (at, path) => {
    const fault = answer(403, {
      reason: 'Not in your plan',
      name: 'ModelAccessRestrictedError',
      details: plan,
    });
    await renderApp({ at, seed, remote, faults: [{ path, fault }] });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.getByText(/“Not in your plan”/)).toBeVisible();
  });
});

describe('a service that is asked too often', () => {
  it.each<[string, Fault]>([
    ['a cooldown', answer(429, { reason: 'cooldown', remainingSeconds: 0.1 })],
    ['a cooldown as text', answer(429, { reason: 'cooldown', remainingSeconds: '0.1' })],
    ['its words', answer(429, { message: 'Rate limit reached, wait 0.1 seconds' })],
    ['its header', answer(429, undefined, { 'retry-after-ms': '100' })],
    ['nothing but what was asked too often', answer(429, { details: { actionName: 'x', actionLimit: 100 } })],
  ])('is waited for as long as it says in %s', async (_what, fault) => {
    const faults: Wrong[] = [{ method: 'GET', path: '/v1/assets', times: 1, fault }];
    const { sent } = await renderApp({ at: '/far/assets', seed, remote, faults });
    expect(await screen.findByRole('option', { name: 'Lamp' })).toBeVisible();
    expect(sent.filter(({ line }) => line.startsWith('GET /v1/assets'))).toHaveLength(2);
  });
});

describe('an act that is refused', () => {
  it.each<[string, Fault, RegExp]>([
    ['a field that is wrong', answer(400, { reason: 'name is taken', trace_id: 't' }), /name is taken/],
    [
      'a plan that does not reach so far',
      answer(403, { reason: 'Not in your plan', name: 'X' }),
      /Not allowed: Not in your plan/,
    ],
    ['a quota', answer(429, { error: 'Quota exceeded', code: 'QUOTA_EXCEEDED' }), /Quota exceeded/],
    ['a page', answer(413, html), /answered 413/],
  ])('says why: %s', async (_what, fault, says) => {
    const faults: Wrong[] = [{ method: 'POST', path: '/v1/collections', fault }];
    const { user } = await renderApp({ at: '/far/collections', seed, remote, faults });
    await user.click(await screen.findByRole('button', { name: 'New collection' }));
    await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Lamps{Enter}');
    expect((await screen.findAllByText(says))[0]).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Lamps/ })).toBeNull();
    expect((await screen.findAllByRole('link', { name: /^Props/ }))[0]).toBeVisible();
  });
});

it('asks for what could not be read when the network is back', async () => {
  const { setFaults } = await renderApp({
    at: '/far/collections',
    seed,
    remote,
    faults: [{ path: '/collections', fault: answer(409, { detail: 'Not now' }) }],
  });
  expect(await screen.findByText(/“Not now”/)).toBeVisible();
  setFaults([]);
  // The query client hears of a change alone.
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByRole('link', { name: /^Props, 1 asset/ })).toBeVisible();
});
