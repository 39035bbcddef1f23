import type { InfiniteData } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { AssetSummary } from '~/api/asset-summary';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const assets = ['Lamp', 'Chair', 'Table'].map((name) => buildAsset({ name }));

afterEach(() => localStorage.clear());

it('what was just filed does not come back with a search that does not know it yet', async () => {
  const { user, queryClient, sent } = await renderApp({
    at: '/far/assets?unfiled=true',
    seed: { collections: [props], assets },
    remote: { requests: 1000, windowMs: 60_000 },
    searchLagMs: 600_000,
  });
  await user.click(await screen.findByRole('option', { name: 'Chair' }));
  await user.keyboard('a');
  await user.type(await screen.findByRole('combobox', { name: 'Find or make a collection' }), 'Props{Enter}');
  const notices = within(screen.getByRole('region', { name: 'Notifications' }));
  expect(await notices.findByText('Added 1 to Props')).toBeVisible();
  const grid = within(screen.getByRole('listbox', { name: 'Assets' }));
  const names = () =>
    ['Table', 'Chair', 'Lamp'].filter((name) => grid.queryByRole('option', { name }) !== null);
  await waitFor(() => expect(names()).toEqual(['Table', 'Lamp']));
  expect(await screen.findByText(/^2 assets/)).toBeVisible();

  /** What is shown from now on: the names in the listing, and their number. */
  const known = () => {
    const list = queryKeys.assetLists('far');
    const [[, data] = []] = queryClient.getQueriesData<InfiniteData<Page<AssetSummary>>>({ queryKey: list });
    const [[, count] = []] = queryClient.getQueriesData({ queryKey: queryKeys.assetCounts('far') });
    return [data?.pages.flatMap(({ items }) => items.map(({ name }) => name)), count];
  };
  const before = sent.length;
  await queryClient.refetchQueries({ queryKey: queryKeys.assets('far') });
  expect(sent.slice(before).filter(({ line }) => line === 'POST /v1/search/assets')).toHaveLength(2);
  expect(known()).toEqual([['Table', 'Lamp'], 2]);

  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(names()).toEqual(['Table', 'Chair', 'Lamp']));
  await queryClient.refetchQueries({ queryKey: queryKeys.assets('far') });
  expect(known()).toEqual([['Table', 'Chair', 'Lamp'], 3]);
});
