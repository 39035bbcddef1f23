import { ImageOff, SquareDashedMousePointer } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { toasts } from '~/ui/toasts';
import { AssetGrid, type AssetGridProps } from './asset-grid';
import { activeFilters } from './asset-filters';
import { clearing } from './filter-chips';
import type { GridHandle } from './grid/item-grid';
import { GridSkeleton } from './grid/grid-skeleton';
import { LazyListingNews } from './news/lazy-listing-news';
import type { AssetPlace } from './use-asset-place';
import { LazyViewer } from './viewer/lazy-viewer';
import type { ViewerSlots } from './viewer/viewer-slots';
import { GoToDate, noSuchDay } from './windows/go-to-date';

interface AssetContentProps extends Pick<AssetGridProps, 'label' | 'mode' | 'markOf' | 'header' | 'onGrab'> {
  place: AssetPlace;
  /** Shown where there is nothing and no filter hides anything. */
  empty: ReactNode;
  /** Shown where the first page could not be read. */
  failed: ReactNode;
  viewer?: ViewerSlots | undefined;
}

/** The grid of a place, or what is there instead of it; and the viewer over it. */
export function AssetContent({
  place,
  label,
  mode,
  markOf,
  header,
  onGrab,
  empty,
  failed,
  viewer,
}: AssetContentProps) {
  const { search, onSearch, filters, query, items, listing, selection, workspace, findDay } = place;
  const grid = useRef<GridHandle>(null);
  const [asksForDay, setAsksForDay] = useState(false);
  useCommandHandlers({
    'go-to-date': {
      run: () => setAsksForDay(true),
      enabled: findDay !== undefined && items.length > 0 && search.asset === undefined,
    },
  });
  const goToDay = async (day: string) => {
    const found = await findDay?.(day);
    if (!found) return;
    const { position, at } = found;
    const last = (place.total ?? Number.POSITIVE_INFINITY) - 1;
    grid.current?.goTo(Math.min(position, last));
    const missing = noSuchDay(day, at, position > last);
    if (missing) toasts.show(missing);
  };
  return (
    <>
      {content()}
      <LazyListingNews place={place} onShown={() => grid.current?.goTo(0)} />
      <GoToDate open={asksForDay} onClose={() => setAsksForDay(false)} onGo={(day) => void goToDay(day)} />
      {search.asset !== undefined && (
        <LazyViewer
          workspace={workspace}
          id={search.asset}
          items={items}
          reach={listing.reach}
          total={place.total}
          selection={selection}
          onSearch={onSearch}
          slots={viewer}
        />
      )}
    </>
  );

  function content(): ReactNode {
    if (listing.pages === undefined) {
      return query.error ? failed : <GridSkeleton view={place.view} />;
    }
    if (search.selected === true && items.length === 0) {
      return (
        <EmptyState
          icon={<SquareDashedMousePointer size={24} />}
          title="Nothing is selected"
          text="Only what is selected is shown here."
          action={<Button onClick={() => onSearch({ selected: undefined })}>Show everything</Button>}
        />
      );
    }
    const narrowed = activeFilters(filters);
    if (items.length === 0 && !listing.hasMore) {
      return narrowed.length > 0 ? <NoResult onClear={() => onSearch(clearing(narrowed))} /> : empty;
    }
    return (
      <AssetGrid
        label={label}
        items={items}
        listing={listing}
        listingKey={JSON.stringify(search.selected ? { selected: true } : filters)}
        selection={selection}
        view={place.view}
        onViewChange={place.onViewChange}
        total={place.total}
        onOpen={place.open}
        onGrab={onGrab}
        markOf={markOf}
        header={header}
        covered={search.asset !== undefined}
        handle={grid}
        workspace={workspace}
        filters={search.selected ? undefined : filters}
        {...(mode && { mode })}
      />
    );
  }
}

function NoResult({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<ImageOff size={24} />}
      title="No asset matches"
      text="Nothing here fits all of the filters at once."
      action={<Button onClick={onClear}>Clear the filters</Button>}
    />
  );
}
