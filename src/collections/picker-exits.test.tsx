import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const at = `/local/collections/${props.id}`;
const tile = (name: string) => screen.findByRole('option', { name });
const seed = () => ({
  collections: [props],
  assets: [
    buildAsset({ name: 'Crate', collectionIds: [props.id] }),
    buildAsset({ name: 'Lamp' }),
    buildAsset({ name: 'Barrel' }),
  ],
  models: [buildModel({ name: 'Clay' })],
});

describe('leaving a picker', () => {
  it('goes back to where it was opened in the collection, over what was filtered meanwhile', async () => {
    const { user, router } = await renderApp({ at: `${at}?layout=square`, seed: seed() });
    await tile('Crate');
    await user.click(screen.getByRole('link', { name: 'Add assets' }));
    await user.click(await tile('Lamp'));
    await user.click(screen.getByRole('radio', { name: 'List' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ layout: 'list' }));
    await user.click(screen.getByRole('button', { name: 'Add 1 · 1 request' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(at));
    expect(router.state.location.search).toEqual({ layout: 'square' });
    expect(router.history.location.state.__TSR_index).toBe(0);
    expect(await tile('Lamp')).toBeVisible();
  });

  it('shows the collection after an add from its card, and goes back to the wall after a cancel', async () => {
    const { user, router } = await renderApp({ at: '/local/collections', seed: seed() });
    const open = async () => {
      await user.click(await screen.findByRole('button', { name: 'Actions for Props' }));
      await user.click(await screen.findByRole('menuitem', { name: /^Add assets/ }));
      expect(await screen.findByRole('heading', { name: 'Add to Props' })).toBeVisible();
    };
    await open();
    await user.click(await tile('Lamp'));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/local/collections'));
    await user.click(await screen.findByRole('button', { name: 'Choose again' }));
    await user.click(await screen.findByRole('button', { name: 'Add 1 · 1 request' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(at));
    expect(await tile('Lamp')).toBeVisible();
    router.history.back();
    await waitFor(() => expect(router.state.location.pathname).toBe('/local/collections'));
  });

  it('leads from an address to the side of the collection that it is about', async () => {
    const { user, router } = await renderApp({ at: `${at}/pick-models`, seed: seed() });
    await user.click(await tile('Clay'));
    await user.click(screen.getByRole('button', { name: 'Add 1 · 1 request' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`${at}/models`));
    expect(await tile('Clay')).toBeVisible();
  });

  it('counts members that a range swept over, and lets them go one by one', async () => {
    const { user } = await renderApp({ at: `${at}/pick`, seed: seed() });
    await tile('Barrel');
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByRole('button', { name: 'Add 2 · 1 request · 1 already in' })).toBeEnabled();
    await user.click(await tile('Crate, already in Props'));
    expect(await screen.findByRole('button', { name: 'Add 2 · 1 request' })).toBeEnabled();
    await user.pointer({ keys: '[MouseRight]', target: await tile('Barrel') });
    await user.click(await screen.findByRole('menuitem', { name: /^Clear selection/ }));
    expect(await screen.findByRole('button', { name: 'Add' })).toBeDisabled();
  });
});
