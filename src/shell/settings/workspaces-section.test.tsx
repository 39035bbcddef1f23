import { screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';
import { readStoredWorkspaces, writeStoredWorkspaces } from '~/workspaces/stored-workspaces';
import type { WorkspaceDefinition } from '~/workspaces/workspace-definition';

const studio: WorkspaceDefinition = {
  id: 'studio',
  name: 'Studio',
  baseUrl: 'https://studio.test/v1',
  access: 'key',
};
const credentials = { key: 'key-1', secret: 'secret-1' };
const props = buildCollection({ name: 'Props' });
const lamp = buildAsset({ name: 'Lamp', collectionIds: [props.id], privacy: 'public' });
const seed = { collections: [props], assets: [lamp] };

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const row = async (name: string) => within(await screen.findByRole('listitem', { name }));

it('adds a workspace in two steps, with a page made anew between them', async () => {
  // jsdom cannot leave a page; what would be opened is all there is to see.
  const left = vi.spyOn(console, 'error').mockImplementation(() => {});
  const first = await renderApp({ at: '/settings', seed });
  await first.user.click(await screen.findByRole('button', { name: 'Add a workspace' }));
  const address = await screen.findByRole('textbox', { name: 'Address' });
  const typeOver = async (text: string) => {
    await first.user.clear(address);
    await first.user.click(address);
    await first.user.paste(text);
  };
  await typeOver('https://key:secret@studio.test/v1');
  await first.user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText(/Leave the key out of the address/)).toBeVisible();
  await typeOver('studio.test/v1');
  await first.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Studio');
  await first.user.click(screen.getByRole('button', { name: 'Continue' }));
  await vi.waitFor(() => expect(readStoredWorkspaces()).toHaveLength(1));
  left.mockRestore();
  first.unmount();

  const { user, router } = await renderApp({ at: '/settings?connect=studio-test', seed, credentials });
  const dialog = within(await screen.findByRole('dialog', { name: 'Connect to Studio' }));
  await user.type(dialog.getByLabelText('Key'), credentials.key);
  await user.type(dialog.getByLabelText('Secret'), 'typo');
  await user.click(dialog.getByRole('button', { name: 'Connect' }));
  expect(await dialog.findByText('The key was not accepted')).toBeVisible();
  await user.clear(dialog.getByLabelText('Secret'));
  await user.type(dialog.getByLabelText('Secret'), credentials.secret);
  await user.click(dialog.getByRole('button', { name: 'Connect' }));
  expect((await screen.findAllByRole('link', { name: /^Props/ })).length).toBeGreaterThan(0);
  expect(router.state.location.pathname).toBe('/studio-test/collections');
});

it('leads from an unknown address to its workspace and back to it', async () => {
  const at = `/studio/collections/${props.id}?asset=${lamp.id}`;
  const first = await renderApp({ at, seed });
  const link = await screen.findByRole('link', { name: 'Connect a workspace' });
  await first.user.click(link);
  await screen.findByRole('dialog', { name: 'Add a workspace' });
  const { back } = first.router.state.location.search as { back?: string };
  expect(back).toBe(at);
  first.unmount();

  writeStoredWorkspaces([{ ...studio, access: 'proxy' }]);
  const again = `/settings?connect=studio&back=${encodeURIComponent(at)}`;
  const { user, router } = await renderApp({ at: again, seed });
  await user.click(await screen.findByRole('button', { name: 'Open Studio' }));
  await screen.findByRole('dialog', { name: /Lamp/ });
  expect(router.state.location.href).toBe(at);
});

it('tests, renames and removes what was added, and takes the removal back', async () => {
  writeStoredWorkspaces([studio]);
  const { user, registry } = await renderApp({ at: '/settings', seed, credentials });
  registry.workspaces.find(({ id }) => id === 'studio')?.key?.give(credentials, true);
  const choose = async (name: string, item: string) => {
    // A menu that is still closing takes no choice.
    await vi.waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await user.click((await row(name)).getByRole('button', { name: `More for ${name}` }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };
  expect((await row('Studio')).getByText('Key kept on this device')).toBeVisible();
  await choose('Studio', 'Test the connection');
  expect(await (await row('Studio')).findByText('Connected')).toBeVisible();
  await choose('Studio', 'Rename');
  const name = await screen.findByRole('textbox', { name: 'Name of Studio' });
  await vi.waitFor(() => expect(name).toHaveFocus());
  await user.clear(name);
  await user.type(name, 'Atelier{Enter}');
  expect(readStoredWorkspaces()).toMatchObject([{ name: 'Atelier' }]);
  await choose('Atelier', 'Forget the key');
  expect(await (await row('Atelier')).findByText('Asks for its key when it is opened')).toBeVisible();
  expect(localStorage.getItem('vitrine.keys')).toBeNull();
  await choose('Atelier', 'Remove');
  await vi.waitFor(() => expect(readStoredWorkspaces()).toEqual([]));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect((await row('Atelier')).getByRole('link', { name: 'Open Atelier' })).toBeVisible();
});

it('leaves what config.json sets to whoever serves the site', async () => {
  const { user } = await renderApp({ at: '/settings', seed, presets: [{ ...studio, access: 'proxy' }] });
  const preset = await row('Studio');
  expect(preset.getByText(/set by config.json/)).toBeVisible();
  await user.click(preset.getByRole('button', { name: 'More for Studio' }));
  await screen.findByRole('menuitem', { name: 'Test the connection' });
  expect(screen.queryByRole('menuitem', { name: 'Remove' })).toBeNull();
});

it('says what public access does not reach, and asks for nothing of it', async () => {
  const presets = [{ ...studio, access: 'public' as const }];
  const { user, sent } = await renderApp({ at: '/studio/collections', seed, presets, credentials });
  expect(await screen.findByRole('heading', { name: 'This needs a key' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Look at the assets' }));
  const tile = await screen.findByRole('option', { name: 'Lamp' });
  await user.pointer({ keys: '[MouseRight]', target: tile });
  await screen.findByRole('menuitem', { name: 'Copy id' });
  expect(screen.queryByRole('menuitem', { name: /Add to collection/ })).toBeNull();
  expect(sent.filter(({ line }) => !/^GET \/v1\/(assets|models)/.test(line))).toEqual([]);
});

it('switches between workspaces and back to where one was', async () => {
  const presets = [{ ...studio, access: 'proxy' as const }];
  const { user, router } = await renderApp({ at: `/studio/collections/${props.id}`, seed, presets });
  const switchTo = async (from: string, to: string) => {
    await user.click(await screen.findByRole('button', { name: from }));
    await user.click(await screen.findByRole('menuitemradio', { name: to }));
  };
  await screen.findByRole('option', { name: 'Lamp' });
  await switchTo('Studio', 'Built-in library');
  await screen.findByRole('heading', { name: 'Collections' });
  expect(router.state.location.pathname).toBe('/local/collections');
  await switchTo('Built-in library', 'Studio');
  await vi.waitFor(() => expect(router.state.location.pathname).toBe(`/studio/collections/${props.id}`));
});
