import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PUBLIC_ACCESS } from '~/api/authorization';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { type renderApp as Render, renderApp } from '~/testing/render-app';

const open = {
  id: 'open',
  name: 'Open house',
  baseUrl: 'https://open.test/v1',
  access: 'public' as const,
};
const credentials = { key: 'key-1', secret: 'secret-1' };
const props = buildCollection({ name: 'Props' });
const lamp = buildAsset({ name: 'Lamp', privacy: 'public', collectionIds: [props.id] });
const draft = buildAsset({ name: 'Draft' });
const seed = {
  collections: [props],
  assets: [lamp, draft],
  models: [
    buildModel({ name: 'Clay', privacy: 'public', exampleAssetIds: [lamp.id] }),
    buildModel({ name: 'Secret clay' }),
  ],
};

type Options = Partial<Parameters<typeof Render>[0]>;
const openPublic = async (at: string, options: Options = {}) =>
  renderApp({ at, seed, presets: [open], credentials, ...options });

afterEach(() => localStorage.clear());

/** Public access reads lists and single records of assets and models; nothing else is even tried. */
const expectNothingElse = (sent: readonly { line: string }[], showed: readonly (string | null)[]) => {
  const allowed = /^GET \/v1\/(assets|models)(\/[^/?]+)?(\?|$)/;
  expect(sent.filter(({ line }) => !allowed.test(line))).toEqual([]);
  expect([...new Set(showed)].filter((header) => header !== PUBLIC_ACCESS)).toEqual([]);
};

describe('a workspace that is reached without a key', () => {
  it.each([
    ['/open/collections'],
    [`/open/collections/${props.id}`],
    [`/open/collections/${props.id}/pick`],
    ['/open/import'],
  ])('says at %s what is missing, and the next step', async (at) => {
    const { sent, showed } = await openPublic(at);
    expect(await screen.findByRole('heading', { name: 'This needs a key' })).toBeVisible();
    expect(screen.getByText(/Open house is connected without one/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look at the assets' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open settings' })).toBeVisible();
    expectNothingElse(sent, showed);
  });

  it('shows the public assets, and what it cannot tell of them', async () => {
    const { sent, showed, user } = await openPublic(`/open/assets?asset=${lamp.id}`);
    const viewer = within(await screen.findByRole('dialog', { name: 'Lamp' }));
    await user.keyboard('i');
    expect(
      await viewer.findByText('In 1 collection; without a key their names cannot be read'),
    ).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('option', { name: 'Lamp' })).toBeVisible();
    expect(screen.queryByRole('option', { name: 'Draft' })).toBeNull();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Filters' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'In no collection' })).toBeNull();
    expectNothingElse(sent, showed);
  });

  it.each([['/open/assets?q=lamp'], ['/open/assets?unfiled=true'], ['/open/assets?sort=width']])(
    'says at %s that searching needs a key',
    async (at) => {
      const { sent, showed } = await openPublic(at);
      expect(await screen.findByText('This needs a key')).toBeVisible();
      expect(screen.getByText(/Connect the workspace with a key in settings/)).toBeVisible();
      expectNothingElse(sent, showed);
    },
  );

  it('shows each public model once, with an example where there is no thumbnail', async () => {
    const { sent, showed } = await openPublic('/open/models');
    const clay = await screen.findByRole('option', { name: 'Clay' });
    await waitFor(() => expect(clay.querySelector('img')).not.toBeNull());
    expect(screen.getByText('1 model')).toBeVisible();
    expect(screen.queryByRole('option', { name: 'Secret clay' })).toBeNull();
    expectNothingElse(sent, showed);
  });

  it.each([
    ['/open/assets', 'There are no public assets'],
    ['/open/models', 'There are no public models'],
  ])('says at %s that nothing is public', async (at, title) => {
    await openPublic(at, { seed: { assets: [draft] } });
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Import files' })).toBeNull();
  });
});
