import { useCallback, useMemo, useRef } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { AssetContent } from '~/assets/asset-content';
import { filtersOfSearch } from '~/assets/asset-filters';
import type { AssetSearch } from '~/assets/asset-search';
import { FilterBar } from '~/assets/filter-bar';
import { selectionOf } from '~/assets/selection/selection-store';
import { StatusControls } from '~/assets/status-controls';
import { useStatusText } from '~/assets/status-text';
import type { TileMark } from '~/assets/tile';
import { useAssetPlace } from '~/assets/use-asset-place';
import { FOREIGN } from '~/collections/foreign-mark';
import { isForeign } from '~/collections/is-foreign';
import { PickerFoot } from '~/collections/picker-foot';
import { PickerTray } from '~/collections/picker-tray';
import { useAssetListing } from '~/collections/use-asset-listing';
import { usePicker } from '~/collections/use-picker';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import { modelSlots } from '~/models/model-slots';
import { EmptyLibrary } from '~/shell/empty-library';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { StatusLine } from '~/shell/status-line';
import { useWorkspace } from '~/workspaces/use-workspace';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';

/** What is chosen, as a batch takes it. */
const itemsOf = (assets: readonly AssetSummary[]) => ({ assets, models: [] });

/** The library itself, to choose assets for a collection; its members are ticked and dimmed. */
export function AssetPicker({ collection, search }: { collection: Collection; search: AssetSearch }) {
  const workspace = useWorkspace();
  const filters = useMemo(() => filtersOfSearch(search), [search]);
  const listed = useAssetListing(filters);
  const { query } = listed;
  const selection = selectionOf<AssetSummary>(workspace, `pick/${collection.id}`);
  const place = useAssetPlace({ workspace, search, filters, ...listed, selection });
  const text = useStatusText(place);
  const { id, name, ownerId } = collection;
  const markOf = useCallback(
    (asset: AssetSummary): TileMark | undefined => {
      if (asset.collectionIds.includes(id)) return { done: true, label: `already in ${name}` };
      return isForeign(asset, { ownerId }) ? { ...FOREIGN, locked: true } : undefined;
    },
    [id, name, ownerId],
  );
  const isRefused = useCallback(
    (asset: AssetSummary) => !asset.collectionIds.includes(id) && isForeign(asset, { ownerId }),
    [id, ownerId],
  );
  const models = modelSlots(workspace);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });

  const { chosen, confirm, busy, canAdd, add, cancel } = usePicker({
    collection,
    side: 'assets',
    selection,
    itemsOf,
    isRefused,
  });

  return (
    <Page
      title={`Add to ${name}`}
      scrolls={false}
      header={
        <PageHeader
          title={`Add to ${name}`}
          filters={
            <FilterBar
              workspace={workspace}
              search={search}
              onSearch={place.onSearch}
              fieldRef={field}
              models={models}
            />
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
            confirm={confirm}
            busy={busy}
            disabled={!canAdd}
            onConfirm={add}
            onCancel={cancel}
          />
          <StatusLine text={text} controls={<StatusControls place={place} />} />
        </>
      }
    >
      <AssetContent
        place={place}
        label="Library"
        mode="choose"
        viewer={{ modelName: models.name }}
        markOf={markOf}
        empty={<EmptyLibrary />}
        failed={<WorkspaceFailed error={query.error} onRetry={() => void query.refetch()} />}
      />
    </Page>
  );
}
