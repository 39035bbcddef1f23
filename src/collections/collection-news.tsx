import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listCollections } from '~/api/collections';
import type { Page } from '~/api/page';
import { isSending } from '~/batches/batch';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import type { Collection } from '~/contract/collection';
import { formatCount } from '~/ui/format-facts';
import { NewsButton } from '~/ui/news-button';
import { useSlowLook } from '~/ui/use-slow-look';
import { useWorkspace } from '~/workspaces/use-workspace';
import { collectionQueries } from './collection-queries';

/** Milliseconds between two looks at what others do: one request in a minute. */
const EVERY_MS = 60_000;

/** Collections that others made, shown when asked for; what they changed of known ones is shown in its place. */
export function CollectionNews() {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const { store } = useWorkspaceBatches();
  const { queryKey } = collectionQueries.list(workspace);
  const [fresh, setFresh] = useState<Page<Collection>>();

  useSlowLook(async (signal) => {
    const before = queryClient.getQueryData(queryKey);
    if (!before) return;
    const page = await listCollections(workspace.client.at('background'), undefined, signal);
    // Read again or written to meanwhile, or about to be: the next look sees what is true then.
    if (queryClient.getQueryData(queryKey) !== before || isSending(store.getState().batches)) return;
    const byId = new Map(page.items.map((collection) => [collection.id, collection]));
    const current = (one: Collection) => {
      const now = byId.get(one.id);
      return now && sayOf(now) !== sayOf(one) ? now : one;
    };
    const pages = before.pages.map((known) => ({ ...known, items: known.items.map(current) }));
    queryClient.setQueryData(queryKey, { ...before, pages });
    setFresh(page);
  }, EVERY_MS);

  const known = queryClient.getQueryData(queryKey)?.pages.flatMap(({ items }) => items) ?? [];
  const ids = new Set(known.map(({ id }) => id));
  const added = fresh?.items.filter(({ id }) => !ids.has(id)) ?? [];
  if (added.length === 0) return null;
  const show = () => {
    setFresh(undefined);
    queryClient.setQueryData(queryKey, (data) => {
      const [first, ...rest] = data?.pages ?? [];
      return data && first && { ...data, pages: [{ ...first, items: [...added, ...first.items] }, ...rest] };
    });
  };
  return <NewsButton text={`${formatCount(added.length)} new`} onShow={show} />;
}

function sayOf({ name, assetCount, modelCount, thumbnail }: Collection): string {
  return JSON.stringify([name, assetCount, modelCount, thumbnail?.assetId]);
}
