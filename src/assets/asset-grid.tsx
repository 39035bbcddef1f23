import { type ReactNode, type Ref, useCallback, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { CommandContextMenu } from '~/commands/command-context-menu';
import { CHOOSING_VERBS, SELECTION_VERBS } from '~/commands/commands';
import { NextFailed } from '~/ui/next-failed';
import type { Workspace } from '~/workspaces/workspace';
import type { AssetFilters } from './asset-filters';
import type { MenuPoint } from '~/ui/context-menu';
import type { CellBox } from './grid/grid-cell';
import type { GridView } from './grid/grid-view';
import { type GridHandle, ItemGrid } from './grid/item-grid';
import type { ItemSequence } from './grid/item-sequence';
import type { Listing } from './grid/listing';
import type { GridMode } from './grid/use-grid-gestures';
import { useHistoryEntry } from './grid/use-history-entry';
import type { PlaceSelection } from './selection/selection-store';
import { Tile, type TileMark } from './tile';
import { useReread } from './use-reread';
import { LazyAssetScrubber } from './windows/lazy-asset-scrubber';

export interface AssetGridProps {
  /** Name of the grid: "Assets of Props". */
  label: string;
  /** `useItemSequence(listing.pages)`. */
  items: ItemSequence<AssetSummary>;
  listing: Listing<AssetSummary>;
  /** Text that changes with what is listed (place and filters). */
  listingKey: string;
  selection: PlaceSelection<AssetSummary>;
  view: GridView;
  onViewChange?: (view: GridView) => void;
  mode?: GridMode;
  total?: number | null | undefined;
  onOpen?: (asset: AssetSummary) => void;
  /** A tile is pressed and may be dragged. */
  onGrab?: ((press: PointerEvent, asset: AssetSummary) => void) | undefined;
  /** What the place says about an asset. Must keep its identity while the answer is the same. */
  markOf?: ((asset: AssetSummary) => TileMark | undefined) | undefined;
  /** The viewer lies over the grid. */
  covered?: boolean;
  /** Scrolls away above the tiles. */
  header?: ReactNode;
  handle?: Ref<GridHandle>;
  workspace: Workspace;
  /** What is listed; undefined where it has no order of its own. */
  filters: AssetFilters | undefined;
}

/** The grid of assets under every place. */
export function AssetGrid(props: AssetGridProps) {
  const { listing, listingKey, markOf, total, workspace, filters, ...rest } = props;
  const { items } = props;
  const entry = useHistoryEntry();
  const reread = useReread();
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const verbs = props.mode === undefined || props.mode === 'browse' ? SELECTION_VERBS : CHOOSING_VERBS;
  const renderItem = useCallback(
    (asset: AssetSummary, box: CellBox) => (
      <Tile asset={asset} box={box} mark={markOf?.(asset)} reread={reread} />
    ),
    [markOf, reread],
  );
  const labelOf = useCallback(
    (asset: AssetSummary) => {
      const label = markOf?.(asset)?.label;
      return label ? `${asset.name}, ${label}` : asset.name;
    },
    [markOf],
  );
  return (
    <>
      <ItemGrid<AssetSummary>
        {...rest}
        onMenu={setMenuAt}
        renderItem={renderItem}
        labelOf={labelOf}
        isLocked={markOf && ((asset) => isLocked(markOf(asset)))}
        loadMore={listing.loadMore}
        reach={listing.reach}
        hasMore={listing.isOpen && !listing.retryMore}
        total={total ?? undefined}
        entry={entry}
        listing={listingKey}
        scrubber={<LazyAssetScrubber workspace={workspace} filters={filters} items={items} />}
        footer={listing.retryMore && <NextFailed what="assets" onRetry={listing.retryMore} />}
      />
      <CommandContextMenu label="Selection" at={menuAt} verbs={verbs} onClose={() => setMenuAt(null)} />
    </>
  );
}

function isLocked(mark: TileMark | undefined): boolean {
  return mark?.done === true || mark?.locked === true;
}
