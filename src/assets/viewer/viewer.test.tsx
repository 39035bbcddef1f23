import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const at = '/local/assets';
const [third, second, first] = [
  buildAsset({ name: 'third' }),
  buildAsset({ name: 'second' }),
  buildAsset({ name: 'first' }),
];
const seed = { assets: [third, second, first] };
const tile = (name: string) => screen.findByRole('option', { name });
const viewer = (name: string) => screen.findByRole('dialog', { name });

describe('the viewer', () => {
  it('opens over the grid, goes on with arrows, and Back closes it on the tile it came to', async () => {
    const { user, router } = await renderApp({ at, seed });
    await user.dblClick(await tile('first'));
    expect(await viewer('first')).toBeVisible();
    expect(router.state.location.search).toMatchObject({ asset: first.id });
    await user.keyboard('{ArrowRight}');
    expect(await viewer('second')).toBeVisible();
    router.history.back();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(router.state.location.search).not.toHaveProperty('asset', second.id);
    expect(await tile('second')).toHaveFocus();
  });

  it('is one entry of the history, also where the size of tiles was just being changed', async () => {
    const { user, router } = await renderApp({ at, seed });
    const index = () => router.history.location.state.__TSR_index;
    const begun = index();
    await user.click(await tile('first'));
    await user.keyboard('={Enter}');
    expect(await viewer('first')).toBeVisible();
    await waitFor(() => expect(router.state.location.search).toHaveProperty('size'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(index()).toBe(begun);
  });

  it('opens by its address alone, and Escape closes it', async () => {
    const { user, router } = await renderApp({ at: `${at}?asset=${second.id}`, seed });
    expect(await viewer('second')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(router.state.location.pathname).toBe(at);
  });

  it('selects what is shown', async () => {
    const { user } = await renderApp({ at: `${at}?asset=${first.id}`, seed });
    await viewer('first');
    await user.keyboard('x');
    expect(screen.getByRole('button', { name: 'Select' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('shows what is known, ready to copy', async () => {
    const { user } = await renderApp({ at: `${at}?asset=${first.id}`, seed });
    await viewer('first');
    await user.keyboard('i');
    const facts = await screen.findByRole('complementary', { name: 'Facts' });
    expect(await within(facts).findByText(first.id)).toBeVisible();
    await user.click(within(facts).getByRole('button', { name: 'Copy id' }));
    expect(await navigator.clipboard.readText()).toBe(first.id);
  });

  it('has a screen of its own for an unknown id, which is text', async () => {
    const { user, router } = await renderApp({ at: `${at}?asset=1e5`, seed });
    expect(await screen.findByRole('heading', { name: 'There is no such asset' })).toBeVisible();
    expect(router.state.location.search).toMatchObject({ asset: '1e5' });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(await tile('first')).toBeVisible();
  });

  it('reads an asset whose id looks like a number', async () => {
    const odd = buildAsset({ id: '1e5' as AssetId, name: 'odd' });
    await renderApp({ at: `${at}?asset=1e5`, seed: { assets: [odd] } });
    expect(await viewer('odd')).toBeVisible();
  });

  it('shows the icon and the facts of a kind it does not know', async () => {
    const strange = buildAsset({ name: 'strange', kind: 'hologram', mimeType: 'application/x-hologram' });
    await renderApp({ at: `${at}?asset=${strange.id}`, seed: { assets: [strange] } });
    const dialog = await viewer('strange');
    expect(within(dialog).getByText('It cannot be shown here.')).toBeVisible();
    expect(within(dialog).getByText(/hologram · application\/x-hologram/)).toBeVisible();
  });
});
