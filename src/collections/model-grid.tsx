import { type ReactNode, useCallback } from 'react';
import { ItemGrid } from '~/assets/grid/item-grid';
import { listingOf, type ListingQuery } from '~/assets/grid/listing';
import { useHistoryEntry } from '~/assets/grid/use-history-entry';
import { useItemSequence } from '~/assets/grid/use-item-sequence';
import type { PlaceSelection } from '~/assets/selection/selection-store';
import type { Page } from '~/api/page';
import type { Collection } from '~/contract/collection';
import { Button } from '~/ui/button';
import { CollectionsFailed } from './collections-failed';
import { ModelCard, type ModelItem } from './model-card';

interface ModelGridProps {
  label: string;
  query: ListingQuery & { error: Error | null; refetch: () => Promise<unknown> };
  pages: readonly Page<ModelItem>[] | undefined;
  selection: PlaceSelection<ModelItem>;
  /** Members of this collection are shown ticked and cannot be chosen. */
  choosingFor?: Collection;
  empty: ReactNode;
}

const VIEW = { layout: 'square', size: 200 } as const;

/** Models as cards, with the states of every grid. */
export function ModelGrid({ label, query, pages, selection, choosingFor, empty }: ModelGridProps) {
  const items = useItemSequence(pages);
  const entry = useHistoryEntry();
  const targetId = choosingFor?.id;
  const isIn = useCallback(
    (model: ModelItem) => targetId !== undefined && model.collectionIds.includes(targetId),
    [targetId],
  );
  const renderItem = useCallback(
    (model: ModelItem) => <ModelCard model={model} isIn={isIn(model)} />,
    [isIn],
  );
  const labelOf = useCallback(
    (model: ModelItem) => (isIn(model) ? `${model.name}, already in ${choosingFor?.name ?? ''}` : model.name),
    [isIn, choosingFor?.name],
  );
  if (pages === undefined) {
    return query.error ? (
      <CollectionsFailed what="The models" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <p className="sr-only">Reading the models</p>
    );
  }
  const listing = listingOf(query, pages);
  if (items.length === 0 && !listing.hasMore) return empty;
  return (
    <ItemGrid<ModelItem>
      label={label}
      items={items}
      selection={selection}
      view={VIEW}
      mode={choosingFor ? 'choose' : 'browse'}
      renderItem={renderItem}
      labelOf={labelOf}
      isLocked={isIn}
      loadMore={listing.loadMore}
      hasMore={listing.hasMore}
      entry={entry}
      listing={label}
      footer={
        listing.retryMore && (
          <div role="alert" className="flex items-center justify-center gap-3 p-4 text-sm text-muted">
            The next models could not be read.
            <Button onClick={listing.retryMore}>Try again</Button>
          </div>
        )
      }
    />
  );
}
