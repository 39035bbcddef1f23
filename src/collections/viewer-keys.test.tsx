import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import { getAsset, listAssets } from '~/api/assets';
import { batchesOf } from '~/batches/batches-provider';
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
  const field = await screen.findByRole('combobox', { name: 'Find or make a collection' });
  await waitFor(() => expect(field).toHaveValue('prop'));
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
  await waitFor(() => expect(viewer).toHaveFocus());

  await user.keyboard('?');
  await user.click(within(await screen.findByRole('dialog', { name: 'Keys' })).getByRole('button'));
  await waitFor(() => expect(screen.getAllByRole('dialog')).toEqual([viewer]));
  await waitFor(() => expect(viewer).toHaveFocus());
});

it('the viewer goes on to the next one when an act takes away what it shows, and closes after the last', async () => {
  const props = buildCollection({ name: 'Props' });
  const assets = [1, 2, 3, 4].map((n) =>
    buildAsset({
      name: `Chair ${n}`,
      createdAt: `2026-01-0${n}T00:00:00.000Z`,
      collectionIds: n === 1 ? [] : [props.id],
    }),
  );
  const seed = { assets, collections: [props] };
  const { user, workspace } = await renderApp({ at: `/local/collections/${props.id}`, seed });
  await user.click(await screen.findByRole('option', { name: 'Chair 2' }));
  await user.dblClick(await screen.findByRole('option', { name: 'Chair 3' }));
  await screen.findByRole('dialog', { name: 'Chair 3' });
  await user.keyboard('{Delete}');
  // The last one: there is only the one before.
  await screen.findByRole('dialog', { name: 'Chair 2' });
  await user.keyboard('{ArrowLeft}');
  await screen.findByRole('dialog', { name: 'Chair 4' });
  await user.keyboard('{Shift>}{Delete}{/Shift}');
  await user.click(await screen.findByRole('button', { name: 'Delete 1 asset' }));
  await screen.findByRole('dialog', { name: 'Chair 2' });
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
  await user.keyboard('{Delete}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(async () => {
    const { items } = await listAssets(workspace.client, {}, new AbortController().signal);
    expect(items.map(({ name, collectionIds }) => [name, collectionIds])).toEqual([
      ['Chair 3', []],
      ['Chair 2', []],
      ['Chair 1', []],
    ]);
  });
});

it('nothing is selected that an act took away, wherever that was done', async () => {
  const props = buildCollection({ name: 'Props' });
  const assets = [1, 2, 3, 4].map((n) => buildAsset({ name: `Chair ${n}`, collectionIds: [props.id] }));
  const seed = { assets, collections: [props] };
  const app = await renderApp({ at: `/local/collections/${props.id}`, seed });
  const { user, workspace, queryClient } = app;
  await screen.findByRole('option', { name: 'Chair 1' });
  await user.keyboard('{Control>}a{/Control}');
  expect(await screen.findByText(/^4 assets · 4 selected/)).toBeVisible();
  const batches = batchesOf(queryClient, workspace);
  const [one, two] = assets.map((asset) => summarizeAsset(asset));
  await act(async () => {
    if (one) await batches.act({ kind: 'remove', from: props, items: { assets: [one], models: [] } });
    if (two) await batches.act({ kind: 'delete-assets', assets: [two] });
  });
  expect(await screen.findByText(/^2 assets · 2 selected/)).toBeVisible();
});
