import { ImageOff } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { AssetSummary } from '~/api/asset-summary';
import { AssetContent } from '~/assets/asset-content';
import { filtersOfSearch } from '~/assets/asset-filters';
import type { AssetSearch } from '~/assets/asset-search';
import { FilterBar } from '~/assets/filter-bar';
import { ViewControls } from '~/assets/grid/view-controls';
import { selectionOf } from '~/assets/selection/selection-store';
import { useStatusText } from '~/assets/status-text';
import type { TileMark } from '~/assets/tile';
import { useAssetPlace } from '~/assets/use-asset-place';
import { costOfAdding } from '~/batches/plan';
import { usePendingChanges } from '~/batches/use-batches';
import { costText } from '~/collections/cost-text';
import { PickerFoot } from '~/collections/picker-foot';
import { PickerTray } from '~/collections/picker-tray';
import { useAssetListing } from '~/collections/use-asset-listing';
import { useCollectionActs } from '~/collections/use-collection-acts';
import { useWayBack } from '~/collections/use-way-back';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import { describeFailure } from '~/shell/describe-failure';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { StatusLine } from '~/shell/status-line';
import { EmptyState } from '~/ui/empty-state';
import { FailedState } from '~/ui/failed-state';
import { useWorkspace } from '~/workspaces/use-workspace';

/** The library itself, to choose assets for a collection; its members are ticked and dimmed. */
export function AssetPicker({ collection, search }: { collection: Collection; search: AssetSearch }) {
  const workspace = useWorkspace();
  const filters = useMemo(() => filtersOfSearch(search), [search]);
  const { query, pages, total } = useAssetListing(filters);
  const selection = selectionOf<AssetSummary>(workspace, `pick/${collection.id}`);
  const place = useAssetPlace({ workspace, search, filters, query, pages, total, selection });
  const text = useStatusText({
    shown: place.items.length,
    hasMore: place.listing.hasMore,
    total,
    selection,
  });
  const { id, name } = collection;
  const markOf = useCallback(
    (asset: AssetSummary): TileMark | undefined =>
      asset.collectionIds.includes(id) ? { done: true, label: `already in ${name}` } : undefined,
    [id, name],
  );
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });

  // Read again whenever the selection changes: the store keeps what the filters hide.
  useStore(selection.store, (state) => state.selected);
  const chosen = selection.selectedItems();
  const cost = costOfAdding({ assets: chosen, models: [] }, id, usePendingChanges());
  const acts = useCollectionActs();
  const leave = useWayBack(id);
  const add = () => {
    void acts.add(collection, { assets: chosen, models: [] });
    selection.clear();
    leave();
  };

  return (
    <Page
      title={`Add to ${name}`}
      scrolls={false}
      header={
        <PageHeader
          title={`Add to ${name}`}
          filters={
            <FilterBar workspace={workspace} search={search} onSearch={place.onSearch} fieldRef={field} />
          }
        />
      }
      status={
        <>
          <PickerFoot
            tray={
              <PickerTray
                items={chosen}
                noun="asset"
                onRemove={(asset) => selection.deselect([asset.id])}
                onClear={() => selection.clear()}
              />
            }
            confirm={chosen.length === 0 ? 'Add' : costText(cost)}
            disabled={cost.toAdd === 0}
            onConfirm={add}
            onCancel={() => {
              selection.clear();
              leave();
            }}
          />
          <StatusLine
            text={text}
            controls={<ViewControls view={place.view} onViewChange={place.onViewChange} />}
          />
        </>
      }
    >
      <AssetContent
        place={place}
        label="Library"
        mode="choose"
        markOf={markOf}
        empty={
          <EmptyState
            icon={<ImageOff size={24} />}
            title="The library is empty"
            text="Drop files or folders anywhere in this window to bring them in."
          />
        }
        failed={<FailedState {...describeFailure(query.error)} onRetry={() => void query.refetch()} />}
      />
    </Page>
  );
}
