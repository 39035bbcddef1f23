import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

describe('the keyboard is never nowhere', () => {
  it('begins another place at its heading, and is back on the card after that', async () => {
    const collections = [buildCollection({ name: 'Props' }), buildCollection({ name: 'Street' })];
    const { user, router } = await renderApp({ at: '/local/collections', seed: { collections } });
    const card = await screen.findByRole('link', { name: /^Props, / });
    await user.keyboard('{Shift}');
    card.focus();
    await user.keyboard('{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Props' });
    await waitFor(() => expect(heading).toHaveFocus());
    router.history.back();
    await waitFor(() => expect(screen.getByRole('link', { name: /^Props, / })).toHaveFocus());
  });

  it('begins a place at its heading also where that was gone to before the keyboard was followed', async () => {
    const props = buildCollection({ name: 'Props' });
    const { router } = await renderApp({ at: '/local/collections', seed: { collections: [props] } });
    await screen.findByRole('link', { name: /^Props, / });
    await router.navigate({ to: '/$workspace/assets', params: { workspace: 'local' } });
    const heading = await screen.findByRole('heading', { level: 1, name: 'Library' });
    expect(screen.queryByRole('region', { name: 'Notifications' })).toBeNull();
    await waitFor(() => expect(heading).toHaveFocus());
  });

  it('follows a tab to the tab that is open then', async () => {
    const props = buildCollection({ name: 'Props' });
    const { user } = await renderApp({
      at: `/local/collections/${props.id}`,
      seed: { collections: [props] },
    });
    const tabs = await screen.findByRole('navigation', { name: 'Props' });
    await user.keyboard('{Shift}');
    within(tabs)
      .getByRole('link', { name: /^Models/ })
      .focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('link', { name: /^Models 0/, current: 'page' })).toHaveFocus(),
    );
  });

  it('goes to the grid when a button has done its work and is gone', async () => {
    const { user } = await renderApp({
      at: '/local/assets',
      seed: { assets: [buildAsset({ name: 'Lamp' })] },
    });
    await user.click(await screen.findByRole('option', { name: 'Lamp' }));
    screen.getByRole('button', { name: 'Clear selection' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('option', { name: 'Lamp' })).toHaveFocus());
  });
});
