import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listAssets } from '~/api/assets';
import type { Workspace } from '~/workspaces/workspace';
import { formatCount } from '~/ui/format-facts';
import { NewsButton } from '~/ui/news-button';
import { useSlowLook } from '~/ui/use-slow-look';
import { type AssetFilters, listingQuery } from '../asset-filters';
import { type AssetPage, assetQueries } from '../asset-queries';
import { type AssetPages, mergeNewest } from '../merge-newest';
import { withChanged } from './with-changed';

/** Milliseconds between two looks at what others do: one request in a minute. */
const EVERY_MS = 60_000;

interface ListingNewsProps {
  workspace: Workspace;
  /** Of a listing by date, newest first. */
  filters: AssetFilters;
  /** What is new stands at the top by now. */
  onShown: () => void;
}

/** What others brought into a listing: counted, and put on top when asked for. What they changed is shown in its place. */
export function ListingNews({ workspace, filters, onShown }: ListingNewsProps) {
  const queryClient = useQueryClient();
  const [fresh, setFresh] = useState<AssetPage>();
  const { queryKey } = assetQueries.list(workspace, filters);

  useSlowLook(async (signal) => {
    const before = queryClient.getQueryData(queryKey);
    if (!before) return;
    const page = await listAssets(workspace.client.at('background'), listingQuery(filters), signal);
    // Read again or written to meanwhile: the next look sees what is true then.
    if (queryClient.getQueryData(queryKey) !== before) return;
    const changed = withChanged(before, page.items);
    if (changed !== before) queryClient.setQueryData(queryKey, changed);
    // Mostly nothing is new, and then nothing is compared with each page that comes.
    setFresh(countNew(before, page) > 0 ? page : undefined);
  }, EVERY_MS);

  const known = queryClient.getQueryData(queryKey);
  if (!fresh || !known) return null;
  const count = countNew(known, fresh);
  if (count === 0) return null;

  const merged = mergeNewest(known, [fresh]);
  const show = () => {
    setFresh(undefined);
    if (merged) queryClient.setQueryData(queryKey, merged);
    // More than a page has come: the listing begins afresh.
    else void queryClient.resetQueries({ queryKey, exact: true });
    onShown();
  };
  return <NewsButton text={`${formatCount(count)}${merged ? '' : ' or more'} new`} onShow={show} />;
}

function countNew(known: AssetPages, fresh: AssetPage): number {
  const ids = new Set(known.pages.flatMap(({ items }) => items.map(({ id }) => id)));
  return fresh.items.filter(({ id }) => !ids.has(id)).length;
}
