import { Link } from '@tanstack/react-router';
import { Images } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { AssetContent } from '~/assets/asset-content';
import { filtersOfSearch } from '~/assets/asset-filters';
import type { AssetSearch } from '~/assets/asset-search';
import { FilterBar } from '~/assets/filter-bar';
import { selectionOf } from '~/assets/selection/selection-store';
import { StatusControls } from '~/assets/status-controls';
import { useStatusText } from '~/assets/status-text';
import { useAssetPlace } from '~/assets/use-asset-place';
import { useAssetListing } from '~/collections/use-asset-listing';
import { useForeignMark } from '~/collections/foreign-mark';
import { useAssetFiling } from '~/collections/use-asset-filing';
import { openedInCollection } from '~/collections/use-way-back';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import { modelSlots } from '~/models/model-slots';
import { Page } from '~/shell/page';
import { SelectionBar } from '~/shell/selection-bar';
import { StatusLine } from '~/shell/status-line';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';
import { CollectionHead } from './-collection-head';

/** The assets of a collection: the same grid as the library, with what can be done to members. */
export function CollectionAssets({ collection, search }: { collection: Collection; search: AssetSearch }) {
  const workspace = useWorkspace();
  const filters = useMemo(() => filtersOfSearch(search, collection.id), [search, collection.id]);
  const listed = useAssetListing(filters);
  const { query } = listed;
  const selection = selectionOf<AssetSummary>(workspace, `collections/${collection.id}`);
  const place = useAssetPlace({ workspace, search, filters, ...listed, selection });
  const text = useStatusText(place);
  const { selected, dialogs, viewer, onGrab } = useAssetFiling(place, collection);
  const markOf = useForeignMark();
  const models = modelSlots(workspace);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });

  return (
    <Page
      title={collection.name}
      scrolls={false}
      header={
        <CollectionHead
          collection={collection}
          side="assets"
          filters={
            <FilterBar
              workspace={workspace}
              search={search}
              onSearch={place.onSearch}
              offersUnfiled={false}
              models={models}
              fieldRef={field}
            />
          }
        />
      }
      selection={<SelectionBar count={selected.count} detail={selected.detail} />}
      status={<StatusLine text={text} controls={<StatusControls place={place} />} />}
    >
      <AssetContent
        place={place}
        label={`Assets of ${collection.name}`}
        viewer={{ ...viewer, modelName: models.name }}
        onGrab={onGrab}
        markOf={markOf}
        empty={
          <EmptyState
            icon={<Images size={24} />}
            title="Nothing in this collection yet"
            text="Pick assets from the library, or drop files here to bring them in."
            action={
              <Link
                to="/$workspace/collections/$collectionId/pick"
                params={{ workspace: workspace.id, collectionId: collection.id }}
                state={openedInCollection}
                className={buttonClass({ variant: 'primary' })}
              >
                Add assets
              </Link>
            }
          />
        }
        failed={<WorkspaceFailed error={query.error} onRetry={() => void query.refetch()} />}
      />
      {dialogs}
    </Page>
  );
}
