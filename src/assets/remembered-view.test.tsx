import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

afterEach(() => localStorage.clear());

it('opens each place the way it was left, and says so in its address', async () => {
  const props = buildCollection({ name: 'Props' });
  const seed = { collections: [props], assets: [buildAsset({ name: 'Lamp', collectionIds: [props.id] })] };
  const { user, router } = await renderApp({ at: '/local/assets', seed });
  const search = () => router.state.location.search;
  await user.click(await screen.findByRole('radio', { name: 'List' }));
  await waitFor(() => expect(search()).toEqual({ layout: 'list' }));
  await user.click(await screen.findByRole('link', { name: /^Props/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe(`/local/collections/${props.id}`));
  expect(search()).toEqual({});
  await user.click(screen.getByRole('link', { name: 'Library' }));
  await waitFor(() => expect(search()).toEqual({ layout: 'list' }));
  router.history.back();
  await waitFor(() => expect(search()).toEqual({}));
  await user.click(screen.getByRole('link', { name: 'Library' }));
  await user.click(await screen.findByRole('radio', { name: 'Rows' }));
  await waitFor(() => expect(search()).toEqual({}));
  router.history.back();
  await waitFor(() => expect(search()).toEqual({ layout: 'list' }));
});
