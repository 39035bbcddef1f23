import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { getAsset } from '~/api/assets';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

it('the keys of the viewer’s menu work in it, on what it shows, and so does undo', async () => {
  const [chair, lamp] = [buildAsset({ name: 'Chair' }), buildAsset({ name: 'Lamp' })];
  const props = buildCollection({ name: 'Props' });
  const seed = { assets: [chair, lamp], collections: [props] };
  const { user, workspace } = await renderApp({ at: '/local/assets', seed });
  const memberships = async (id: typeof chair.id) => (await getAsset(workspace.client, id)).collectionIds;
  await user.click(await screen.findByRole('option', { name: 'Lamp' }));
  await user.dblClick(await screen.findByRole('option', { name: 'Chair' }));
  await screen.findByRole('dialog', { name: 'Chair' });

  // What is typed before the dialog is there is meant for it.
  await user.keyboard('aprop');
  expect(await screen.findByRole('combobox', { name: 'Find or make a collection' })).toHaveValue('prop');
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(await memberships(chair.id)).toEqual([props.id]));
  expect(await memberships(lamp.id)).toEqual([]);

  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await memberships(chair.id)).toEqual([]));
  // What is behind it keeps its own keys to itself.
  await user.keyboard('{Control>}a{/Control}');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const tiles = within(screen.getByRole('listbox', { name: 'Assets' }));
  expect(tiles.queryByRole('option', { selected: true })).toBeNull();
});

it('the palette over the viewer offers what acts on what it shows, and the sheet of keys opens there too', async () => {
  const seed = { assets: [buildAsset({ name: 'Chair' })], collections: [buildCollection({ name: 'Props' })] };
  const { user } = await renderApp({ at: '/local/assets', seed });
  await user.dblClick(await screen.findByRole('option', { name: 'Chair' }));
  const viewer = await screen.findByRole('dialog', { name: 'Chair' });

  await user.keyboard('{Control>}k{/Control}');
  const lines = within(await screen.findByRole('listbox', { name: 'Commands' }));
  expect(lines.getByRole('option', { name: /Add to collection/ })).toBeVisible();
  expect(lines.queryByRole('option', { name: /Select all/ })).toBeNull();
  await user.type(screen.getByRole('combobox', { name: 'Find a command' }), 'add to{Enter}');
  expect(await screen.findByRole('combobox', { name: 'Find or make a collection' })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getAllByRole('dialog')).toEqual([viewer]));

  await user.keyboard('?');
  await user.click(within(await screen.findByRole('dialog', { name: 'Keys' })).getByRole('button'));
  await waitFor(() => expect(screen.getAllByRole('dialog')).toEqual([viewer]));
  await waitFor(() => expect(viewer.contains(document.activeElement)).toBe(true));
});
