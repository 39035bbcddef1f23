import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '~/batches/batches-provider';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const street = buildCollection({ name: 'Street' });
const at = `/local/collections/${props.id}`;
const tile = (name: string) => screen.findByRole('option', { name });
const gone = (role: string, name: string | RegExp) =>
  waitFor(() => expect(screen.queryByRole(role, { name })).toBeNull());
const notices = () => within(screen.getByRole('region', { name: 'Notifications' }));
const said = async (text: string) => {
  const region = await screen.findByRole('region', { name: 'Notifications' });
  expect(await within(region).findByText(text)).toBeVisible();
};

const inProps = (name: string) => buildAsset({ name, collectionIds: [props.id] });
const seed = () => ({
  collections: [props, street],
  assets: [inProps('Crate'), inProps('Barrel'), buildAsset({ name: 'Lamp' })],
});

describe('taking back', () => {
  it('brings removed assets back by the toast, and removes them again by redo', async () => {
    const { user } = await renderApp({ at, seed: seed() });
    await user.click(await tile('Crate'));
    await user.keyboard('{Delete}');
    await gone('option', 'Crate');
    await said('Removed 1 from Props');
    await user.click(notices().getByRole('button', { name: 'Undo' }));
    expect(await tile('Crate')).toBeVisible();
    await said('Undone: removed 1 from Props');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await gone('option', 'Crate');
  });

  it('hears the very first key, before anything else of the page is loaded', async () => {
    const { user, queryClient, workspace } = await renderApp({ at, seed: seed() });
    await tile('Crate');
    const batches = batchesOf(queryClient, workspace);
    await batches.act({ kind: 'rename', collection: props, name: 'Set pieces' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Set pieces' })).toBeVisible();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Props' })).toBeVisible();
  });

  it('takes back an add by key, and only what it added', async () => {
    const { user, sent } = await renderApp({ at: '/local/assets', seed: seed() });
    await user.click(await tile('Crate'));
    await user.keyboard('{Control>}a{/Control}a');
    await user.type(await screen.findByRole('combobox', { name: 'Find or make a collection' }), 'props');
    await user.click(await screen.findByRole('option', { name: /^Props/ }));
    await user.click(screen.getByRole('button', { name: 'Add to Props' }));
    await said('Added 1 to Props');
    const grid = within(screen.getByRole('listbox', { name: 'Assets' }));
    await waitFor(() => expect(grid.queryAllByRole('option', { selected: true })).toHaveLength(0));
    await user.keyboard('{Control>}z{/Control}');
    await said('Undone: added 1 to Props');
    // A message about what is no more offers nothing any more.
    expect(notices().queryByText('Added 1 to Props')).toBeNull();
    const [removal] = sent.filter(({ line }) => line === `DELETE /v1/collections/${props.id}/assets`);
    expect(removal).toHaveProperty('body.assetIds.length', 1);
  });

  it('takes back a new name and a thumbnail', async () => {
    const { user, sent } = await renderApp({ at, seed: seed() });
    await user.click(await screen.findByRole('button', { name: 'Props' }));
    await user.keyboard('Things{Enter}');
    expect(await screen.findByRole('heading', { name: 'Things' })).toBeVisible();
    await said('Renamed Props to Things');
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('heading', { name: 'Props' })).toBeVisible();

    await user.click(await tile('Crate'));
    await user.keyboard('t');
    await said('Set the thumbnail of Props');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() =>
      expect(sent).toContainEqual({ line: `PUT /v1/collections/${props.id}`, body: { thumbnail: null } }),
    );
  });

  it('makes a deleted collection again with its members, and leads its old address there', async () => {
    const { user, router } = await renderApp({ at, seed: seed() });
    await tile('Crate');
    await user.click(screen.getByRole('button', { name: 'Actions for Props' }));
    await user.click(await screen.findByRole('menuitem', { name: /Delete collection/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/local/collections'));
    await gone('link', /^Props, /);
    await said('Deleted collection Props (2 items)');
    await user.click(notices().getByRole('button', { name: 'Undo' }));
    const wall = within(await screen.findByRole('list', { name: 'Collections' }));
    expect(await wall.findByRole('link', { name: 'Props, 2 assets' })).toBeVisible();
    await said('Undone: deleted collection Props (2 items)');
    await router.navigate({ to: at });
    await waitFor(() => expect(router.state.location.pathname).not.toBe(at));
    expect(router.state.location.pathname).toMatch(/^\/local\/collections\/./);
    expect(await tile('Crate')).toBeVisible();
  });
});
