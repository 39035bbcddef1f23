import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const remote = { requests: 1000, windowMs: 60_000 };
/** Every answer names addresses of its own, as a service does that signs them. */
const quirks = { addressesMs: 60_000 };
const pictureOf = (tile: HTMLElement) => within(tile).getByRole('presentation');

describe('an address that has run out', () => {
  it('is renewed once, for all tiles in one request; then the tile says so', async () => {
    const assets = ['Lamp', 'Chair', 'Table'].map((name) => buildAsset({ name }));
    const { sent, setFaults, user } = await renderApp({
      at: '/far/assets',
      seed: { assets },
      remote,
      quirks,
    });
    const [lamp, chair] = await Promise.all(
      ['Lamp', 'Chair'].map((name) => screen.findByRole('option', { name })),
    );
    if (!lamp || !chair) throw new Error('no tiles');
    const before = pictureOf(lamp).getAttribute('src');
    fireEvent.error(pictureOf(lamp));
    fireEvent.error(pictureOf(chair));
    await waitFor(() => expect(pictureOf(lamp)).toHaveAttribute('src'));
    expect(pictureOf(lamp).getAttribute('src')).not.toBe(before);
    const bulk = sent.filter(({ line }) => line === 'POST /v1/assets/get-bulk');
    expect(bulk).toHaveLength(1);
    expect(bulk[0]?.body).toMatchObject({ assetIds: { length: 2 } });

    fireEvent.error(pictureOf(lamp));
    expect(await within(lamp).findByText('Try again')).toBeInTheDocument();
    setFaults([{ path: 'get-bulk', fault: { type: 'internal-error' } }]);
    await user.click(within(lamp).getByText('Try again'));
    expect(pictureOf(lamp)).toHaveAttribute('src');
  });

  it('is renewed for an opened asset too', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const { sent } = await renderApp({
      at: `/far/assets?asset=${lamp.id}`,
      seed: { assets: [lamp] },
      remote,
      quirks,
    });
    const viewer = await screen.findByRole('dialog', { name: 'Lamp' });
    const picture = () => within(viewer).getByRole('img', { name: 'Lamp' });
    const before = (await within(viewer).findByRole('img', { name: 'Lamp' })).getAttribute('src');
    fireEvent.error(picture());
    await waitFor(() => expect(picture().getAttribute('src')).not.toBe(before));
    expect(sent.filter(({ line }) => line === 'POST /v1/assets/get-bulk')).toHaveLength(1);
    fireEvent.error(picture());
    expect(await within(viewer).findByText('The file could not be loaded.')).toBeInTheDocument();
  });

  it('is renewed for the cover of a collection', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const thumbnail = { assetId: lamp.id, url: '' };
    const collections = [buildCollection({ name: 'Street', thumbnail })];
    await renderApp({ at: '/far/collections', seed: { collections, assets: [lamp] }, remote, quirks });
    const wall = await screen.findByRole('list', { name: 'Collections' });
    const card = await within(wall).findByRole('link', { name: /^Street/ });
    const cover = () => card.querySelector('img');
    await waitFor(() => expect(cover()).not.toBeNull());
    const before = cover()?.getAttribute('src');
    fireEvent.error(cover() as HTMLElement);
    await waitFor(() => expect(cover()?.getAttribute('src') ?? before).not.toBe(before));
    expect(screen.queryByText('Its thumbnail was deleted')).toBeNull();
  });

  it('says of a cover that its asset was deleted only where that is so', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const chair = buildAsset({ name: 'Chair' });
    const collections = [lamp, chair].map(({ id }, n) =>
      buildCollection({
        name: ['Street', 'Harbour'][n] ?? '',
        thumbnail: { assetId: id, url: 'https://cdn.test/p' },
      }),
    );
    const { setFaults } = await renderApp({
      at: '/far/collections',
      seed: { collections, assets: [lamp] },
      remote,
    });
    const wall = await screen.findByRole('list', { name: 'Collections' });
    const street = await within(wall).findByRole('link', { name: /^Street/ });
    const harbour = await within(wall).findByRole('link', { name: /^Harbour/ });
    const cover = (card: HTMLElement) => card.querySelector('img');
    setFaults([{ fault: { type: 'internal-error' } }]);
    fireEvent.error(cover(street) as HTMLElement);
    expect(await within(street).findByText('Its thumbnail did not load')).toBeVisible();
    setFaults([]);
    fireEvent(window, new Event('online'));
    await waitFor(() => expect(within(street).queryByText('Its thumbnail did not load')).toBeNull());
    expect(cover(street)).toHaveAttribute('src');
    fireEvent.error(cover(street) as HTMLElement);
    fireEvent.error(cover(harbour) as HTMLElement);
    expect(await within(harbour).findByText('Its thumbnail was deleted')).toBeVisible();
    expect(await within(street).findByText('Its thumbnail did not load')).toBeVisible();
  });

  it('is not asked for over and over where neither the thumbnail nor the newest asset has a picture', async () => {
    const street = buildCollection({
      name: 'Street',
      thumbnail: { assetId: buildAsset().id, url: 'https://cdn.test/gone' },
    });
    const lamp = buildAsset({ name: 'Lamp', collectionIds: [street.id] });
    await renderApp({ at: '/local/collections', seed: { collections: [street], assets: [lamp] } });
    const wall = await screen.findByRole('list', { name: 'Collections' });
    const card = await within(wall).findByRole('link', { name: /^Street/ });
    const cover = () => card.querySelector('img');
    const chosen = cover()?.getAttribute('src');
    fireEvent.error(cover() as HTMLElement);
    await waitFor(() => expect(cover()?.getAttribute('src') ?? chosen).not.toBe(chosen));
    fireEvent.error(cover() as HTMLElement);
    expect(cover()).toBeNull();
  });

  it('is renewed for the picture of a model, and for an example that stands in', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const models = [
      buildModel({ name: 'Clay', thumbnail: { assetId: lamp.id, url: '' } }),
      buildModel({ name: 'Wood', exampleAssetIds: [lamp.id] }),
    ];
    const { sent } = await renderApp({ at: '/far/models', seed: { models, assets: [lamp] }, remote, quirks });
    const asked = (path: string) => sent.filter(({ line }) => line === `POST /v1/${path}/get-bulk`).length;
    for (const [name, path] of [
      ['Clay', 'models'],
      ['Wood', 'assets'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const card = await screen.findByRole('option', { name });
      const picture = () => card.querySelector('img');
      // oxlint-disable-next-line no-await-in-loop
      await waitFor(() => expect(picture()).not.toBeNull());
      const before = picture()?.getAttribute('src');
      const times = asked(path);
      fireEvent.error(picture() as HTMLElement);
      // oxlint-disable-next-line no-await-in-loop
      await waitFor(() => expect(picture()?.getAttribute('src') ?? before).not.toBe(before));
      expect(asked(path)).toBe(times + 1);
    }
  });
});
