import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, type Wrong } from '~/testing/answer-with';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const remote = { requests: 1000, windowMs: 60_000 };
const quirks = { mediaOrigin: 'https://media.test' };
const lamp = buildAsset({ name: 'Lamp' });
const chair = buildAsset({ name: 'Chair: "old"' });
const seed = { assets: [lamp, chair] };
const bytes: Wrong = { path: '/media/assets/', fault: answerWith(200, 'bytes') };

/** What links handed to the browser: address and file name. */
const saved: { href: string; name: string }[] = [];

beforeEach(() => {
  saved.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ href: this.href, name: this.download });
  });
  URL.createObjectURL = () => 'blob:held';
  URL.revokeObjectURL = () => {};
});
afterEach(() => vi.restoreAllMocks());

async function openLibrary(faults: readonly Wrong[], at = '/far/assets', ways: object = quirks) {
  const app = await renderApp({ at, seed, quirks: ways, faults, ...(at.startsWith('/far') && { remote }) });
  const tile = await screen.findByRole('option', { name: 'Lamp' });
  const download = async (all: boolean) => {
    await app.user.click(tile);
    if (all) await app.user.keyboard('{Control>}a{/Control}');
    await app.user.keyboard('d');
  };
  const asked = (path: RegExp) => app.sent.filter(({ line }) => path.test(line)).map(({ line }) => line);
  return { ...app, download, asked };
}

describe('originals of a far end', () => {
  it('are fetched from where the workspace says and saved under their names', async () => {
    const { download, asked } = await openLibrary([bytes]);
    await download(true);
    expect(await screen.findByText('Downloaded 2 originals')).toBeVisible();
    expect(saved).toEqual([
      { href: 'blob:held', name: 'Chair old.png' },
      { href: 'blob:held', name: 'Lamp.png' },
    ]);
    expect(asked(/^POST .*\/download$/)).toHaveLength(2);
    expect(asked(/^GET \/media\/assets\/.*\?download=/)).toHaveLength(2);
  });

  it('come from the address in the record where the workspace names none', async () => {
    const none: Wrong = {
      path: '/download',
      method: 'POST',
      fault: answerWith(404, { message: 'Not Found' }),
    };
    const { download, asked } = await openLibrary([none, bytes]);
    await download(false);
    await vi.waitFor(() => expect(saved).toEqual([{ href: 'blob:held', name: 'Lamp.png' }]));
    expect(asked(/^GET \/media\/assets\//)).toEqual([`GET /media/assets/${lamp.id}`]);
  });

  it('that cannot be fetched are named, the others are saved', async () => {
    const lost: Wrong = { path: `/media/assets/${chair.id}`, fault: { type: 'drop-before' } };
    const { download } = await openLibrary([lost, bytes]);
    await download(true);
    expect(await screen.findByText('1 of 2 could not be downloaded: Chair: "old"')).toBeVisible();
    expect(screen.getAllByText(/does not let this site read it/)[0]).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open in a new tab' })).toBeVisible();
    expect(saved.map(({ name }) => name)).toEqual(['Lamp.png']);
  });

  it('are saved from the viewer without leaving the page', async () => {
    const { user } = await openLibrary([bytes], `/far/assets?asset=${lamp.id}`);
    const viewer = within(await screen.findByRole('dialog', { name: 'Lamp' }));
    await user.click(viewer.getByRole('link', { name: 'Download original' }));
    await vi.waitFor(() => expect(saved).toEqual([{ href: 'blob:held', name: 'Lamp.png' }]));
  });
});

it('originals of the built-in library are saved by the browser itself', async () => {
  const { download, asked } = await openLibrary([], '/local/assets', {});
  await download(false);
  await vi.waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['Lamp.png']));
  expect(asked(/download|media/)).toEqual([]);
});
