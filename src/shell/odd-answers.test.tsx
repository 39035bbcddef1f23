import { cleanup, screen, waitFor, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerWith, type Wrong } from '~/testing/answer-with';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const remote = { requests: 1000, windowMs: 60_000 };
/** A listing that is answered with this instead. */
const answered = (path: string, body: unknown, more: Partial<Wrong> = {}): Wrong => ({
  method: path.startsWith('/v1/search') ? 'POST' : 'GET',
  path,
  fault: answerWith(200, body),
  ...more,
});
const statusLine = (text: string | RegExp) => screen.findByText(text);
const url = 'https://media.test/a.png';
/** Records of a listing that nobody can use. */
const UNUSABLE = [null, 7, 'asset', [], {}, { id: '' }, { id: {} }];

const ASSETS: readonly [what: string, record: object, name: string][] = [
  ['as promised', { id: 'a1', url, metadata: { name: 'Plain' } }, 'Plain'],
  ['of a kind nobody knows', { id: 'a2', kind: 'hologram', metadata: { name: 'Hologram' } }, 'Hologram'],
  [
    'of a type and a status nobody knows',
    { id: 'a3', status: 'melting', metadata: { type: 'x2y', name: 'Melting' } },
    'Melting',
  ],
  [
    'with fields nobody knows',
    { id: 'a4', novel: { deep: [1] }, metadata: { name: 'Novel', beam: 3 } },
    'Novel',
  ],
  ['without anything but its id', { id: 'a5' }, 'a5'],
  ['with a number for an id', { id: 6 }, '6'],
  ['named by its prompt', { id: 'a7', metadata: { prompt: 'a lighthouse at dawn' } }, 'a lighthouse at dawn'],
  ['with a number for a name', { id: 'a8', metadata: { name: 1984, seed: 12 } }, '1984'],
  [
    'with numbers as text',
    { id: 'a9', metadata: { name: 'Texts' }, properties: { width: '640', height: '480', size: '9' } },
    'Texts',
  ],
  [
    'with null for everything',
    { id: 'a10', metadata: null, properties: null, tags: null, collectionIds: null, url: null },
    'a10',
  ],
  ['still pending', { id: 'a11', status: 'pending', metadata: { name: 'Pending' } }, 'Pending'],
  ['failed', { id: 'a12', status: 'error', metadata: { name: 'Failed' } }, 'Failed'],
  [
    'with its embedding',
    { id: 'a13', embedding: Array.from({ length: 768 }, () => 0.5), metadata: { name: 'Vector' } },
    'Vector',
  ],
  [
    'with a script for an address',
    { id: 'a14', url: 'javascript:alert(1)', metadata: { name: 'Script' } },
    'Script',
  ],
  [
    'with sizes that are none',
    { id: 'a15', properties: { width: -1, height: 1e308, duration: 'long' }, metadata: { name: 'Sizes' } },
    'Sizes',
  ],
];

describe('what a workspace sends', () => {
  it('one page of odd assets is shown whole, and what nobody can use is counted', async () => {
    const assets = [...ASSETS.map(([, record]) => record), ...UNUSABLE];
    const faults = [answered('/v1/assets?', { assets })];
    await renderApp({ at: '/far/assets?layout=list', remote, faults });
    for (const [, , name] of ASSETS)
      expect(await screen.findByRole('option', { name: new RegExp(`^${name}`) })).toBeInTheDocument();
    expect(await statusLine(/15 .*7 unusable left out/)).toBeVisible();
    expect(document.querySelector('[src^="javascript:"], [href^="javascript:"]')).toBeNull();
  });

  it.each(ASSETS)('an asset %s opens', async (_what, record, name) => {
    const { id } = record as { id?: unknown };
    const faults = [answered(`/v1/assets/`, { asset: record })];
    await renderApp({ at: `/far/assets?asset=${String(id)}`, remote, faults });
    const viewer = await screen.findByRole('dialog', { name });
    expect(within(viewer).queryByText(/could not be shown/)).toBeNull();
  });

  it('odd collections are shown, and what nobody can use is counted', async () => {
    const collections = [
      { id: 'c1', name: 'Props', assetCount: 3 },
      { id: 'c2' },
      { id: 'c3', name: 404, assetCount: '12', updatedAt: null },
      { id: 'c4', name: ' ', assetCount: -4, thumbnail: { assetId: 'a1', url: 'data:text/html,x' } },
      { id: 'c5', name: 'Hero', thumbnail: 'none', colour: 'red' },
      ...UNUSABLE,
    ];
    const faults = [answered('/v1/collections', { collections }), answered('/v1/assets', { assets: [] })];
    await renderApp({ at: '/far/collections', remote, faults });
    const wall = within(await screen.findByRole('list', { name: 'Collections' }));
    for (const name of ['Props, 3 assets', 'c2, ', '404, 12 assets', 'c4, ', 'Hero, '])
      expect(await wall.findByRole('link', { name: new RegExp(`^${name}`) })).toBeInTheDocument();
    expect(await statusLine('5 collections · 7 unusable left out')).toBeVisible();
  });

  it('odd models are shown, the first example where there is no thumbnail', async () => {
    const models = [
      { id: 'm1', name: 'Clay', type: 'flux.9-lora', exampleAssetIds: ['a1'] },
      { id: 'm2', status: 'dreaming', capabilities: 'all' },
      { id: 'm3', name: 7, thumbnail: { assetId: 'a2' }, exampleAssetIds: null },
      ...UNUSABLE,
    ];
    const example = buildAsset({ id: 'a1' as never });
    const faults = [answered('/v1/models', { models }, { times: 1 }), answered('/v1/models', { models: [] })];
    const { container } = await renderApp({ at: '/far/models', seed: { assets: [example] }, remote, faults });
    for (const name of ['Clay', 'm2', '7'])
      expect(await screen.findByRole('option', { name: new RegExp(`^${name}`) })).toBeInTheDocument();
    expect(await statusLine(/3 .*7 unusable left out/)).toBeVisible();
    await waitFor(() => expect(container.querySelector('img')).not.toBeNull());
  });

  it('hits that lack fields are filled, and shown as they are where that fails', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const hits = [
      { id: lamp.id, metadata: { kind: 'image' } },
      { id: 'a2', metadata: { kind: 'video', name: 'Film' }, score: 'high' },
      ...UNUSABLE,
    ];
    const search = answered(
      '/v1/search',
      { hits, offset: 0, limit: 100, estimatedTotalHits: 4000 },
      // One asks how many there are, one for the first of them.
      { times: 2 },
    );
    const end = answered('/v1/search', { hits: [], estimatedTotalHits: 4000 });
    const first = await renderApp({
      at: '/far/assets?q=x',
      seed: { assets: [lamp] },
      remote,
      faults: [search, end],
    });
    expect(await screen.findByRole('option', { name: /^Lamp/ })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /^Film/ })).toBeInTheDocument();
    first.unmount();
    const broken: Wrong = { path: 'get-bulk', fault: { type: 'internal-error' } };
    await renderApp({ at: '/far/assets?q=x', remote, faults: [search, end, broken] });
    expect(await screen.findByRole('option', { name: new RegExp(`^${lamp.id}`) })).toBeInTheDocument();
  });
});

describe('the pages of a listing', () => {
  const page = (id: string, nextPaginationToken?: unknown) => ({
    assets: id === '' ? [] : [{ id, metadata: { name: id } }],
    nextPaginationToken,
  });
  const inTurn = (...bodies: object[]) =>
    bodies.map((body, n) => answered('/v1/assets?', body, n < bodies.length - 1 ? { times: 1 } : {}));

  it('may be short', async () => {
    await renderApp({
      at: '/far/assets',
      remote,
      faults: inTurn(page('One', 'b'), page('Two', 'c+/='), page('Three', '')),
    });
    for (const name of ['One', 'Two', 'Three'])
      expect(await screen.findByRole('option', { name: new RegExp(`^${name}`) })).toBeInTheDocument();
  });

  it('end with an empty one, whatever token it names', async () => {
    const { sent } = await renderApp({
      at: '/far/assets',
      remote,
      faults: inTurn(page('One', 'b'), page('', 'c')),
    });
    expect(await screen.findByRole('option', { name: /^One/ })).toBeInTheDocument();
    await waitFor(() =>
      expect(sent.filter(({ line }) => line.startsWith('GET /v1/assets?'))).toHaveLength(2),
    );
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('that repeat themselves are said to, and what was read stays', async () => {
    const { sent } = await renderApp({
      at: '/far/assets',
      remote,
      faults: inTurn(page('One', 'b'), page('Two', 'b')),
    });
    expect(await screen.findByRole('option', { name: /^One/ })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: /^(Retry|Try again)$/ })).toBeInTheDocument();
    // Twice more, as after any answer that cannot be used; then a person decides.
    expect(sent.filter(({ line }) => line.startsWith('GET /v1/assets?'))).toHaveLength(4);
  });

  it.each([
    [
      '/far/collections?sort=name',
      '/v1/collections',
      'collections',
      'The next collections could not be read.',
    ],
    ['/far/models', '/v1/models', 'models', 'The next models could not be read.'],
  ])('that repeat themselves are said to at %s too', async (at, path, list, text) => {
    const body = (id: string) => ({ [list]: [{ id, name: id }], nextPaginationToken: 'b' });
    const { sent } = await renderApp({
      at,
      remote,
      faults: [answered(path, body('One'), { times: 1 }), answered(path, body('Two'))],
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.getAllByText('One')[0]).toBeInTheDocument();
    expect(sent.filter(({ line }) => line.startsWith(`GET ${path}`))).toHaveLength(4);
  });

  it('that cannot be read are asked for again by a person alone', async () => {
    const refused: Wrong = { method: 'GET', path: '/v1/assets?', fault: answerWith(403, { reason: 'No' }) };
    const [first] = inTurn(page('One', 'b'), {});
    const { sent, setFaults, user } = await renderApp({
      at: '/far/assets',
      remote,
      faults: first ? [first, refused] : [],
    });
    const retry = await screen.findByRole('button', { name: /^(Retry|Try again)$/ });
    expect(screen.getByRole('option', { name: /^One/ })).toBeInTheDocument();
    expect(sent.filter(({ line }) => line.startsWith('GET /v1/assets?'))).toHaveLength(2);
    setFaults([answered('/v1/assets?', page('Two', ''))]);
    await user.click(retry);
    expect(await screen.findByRole('option', { name: /^Two/ })).toBeInTheDocument();
  });
});

describe('any body of roughly the right shape', () => {
  const value = fc.anything({ withNullPrototype: false, maxDepth: 1 });
  const field = fc.oneof(value, fc.constantFrom('x', 3, null, [], {}, 'javascript:1'));
  const names = ['id', 'name', 'kind', 'metadata', 'properties', 'tags', 'collectionIds', 'url', 'thumbnail'];
  const more = ['createdAt', 'updatedAt', 'status', 'mimeType', 'assetCount', 'exampleAssetIds'];
  const record = fc.record(Object.fromEntries([...names, ...more].map((name) => [name, field])), {
    requiredKeys: [],
  });
  const records = fc.array(fc.oneof({ weight: 4, arbitrary: record }, { weight: 1, arbitrary: value }), {
    maxLength: 5,
  });
  const known = buildCollection({ name: 'Known' });

  it.each([
    ['/far/assets', '/v1/assets?', 'assets', 'Library'],
    ['/far/collections', '/v1/collections', 'collections', 'Collections'],
    ['/far/models', '/v1/models', 'models', 'Models'],
  ])('never blanks %s', async (at, path, list, title) => {
    await fc.assert(
      fc.asyncProperty(records, async (sent) => {
        const body = JSON.parse(JSON.stringify({ [list]: sent })) as object;
        await renderApp({ at, seed: { collections: [known] }, remote, faults: [answered(path, body)] });
        expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
        await waitFor(() => expect(screen.queryByText('Reading…')).toBeNull());
        expect(screen.queryByText('This page could not be shown')).toBeNull();
        cleanup();
      }),
      { numRuns: 8 },
    );
  });
});
