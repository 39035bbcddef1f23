import { ImageOff } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { AssetSummary } from '~/api/asset-summary';
import { AssetContent } from '~/assets/asset-content';
import { filtersOfSearch } from '~/assets/asset-filters';
import type { AssetSearch } from '~/assets/asset-search';
import { FilterBar } from '~/assets/filter-bar';
import { selectionOf } from '~/assets/selection/selection-store';
import { StatusControls } from '~/assets/status-controls';
import { useStatusText } from '~/assets/status-text';
import { useAssetPlace } from '~/assets/use-asset-place';
import { CollectionCover } from '~/collections/collection-cover';
import { PickerFoot } from '~/collections/picker-foot';
import { useAssetListing } from '~/collections/use-asset-listing';
import { pictureOf, useCollectionActs } from '~/collections/use-collection-acts';
import { useWayBack } from '~/collections/use-way-back';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import { modelSlots } from '~/models/model-slots';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { StatusLine } from '~/shell/status-line';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { SegmentedControl } from '~/ui/segmented-control';
import { useWorkspace } from '~/workspaces/use-workspace';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';

type Source = 'members' | 'library';

interface ThumbnailPickerProps {
  collection: Collection;
  search: AssetSearch;
  source: Source;
  onSource: (source: Source) => void;
}

const SOURCES = [
  { value: 'members', label: 'This collection' },
  { value: 'library', label: 'Whole library' },
] as const;

/** Chooses the one picture that stands for a collection: among its members, or in the whole library. */
export function ThumbnailPicker({ collection, search, source, onSource }: ThumbnailPickerProps) {
  const workspace = useWorkspace();
  const { id, name } = collection;
  const filters = useMemo(
    () => filtersOfSearch(search, source === 'members' ? id : undefined),
    [search, source, id],
  );
  const listed = useAssetListing(filters);
  const { query } = listed;
  const selection = selectionOf<AssetSummary>(workspace, `thumbnail/${id}`);
  const place = useAssetPlace({
    workspace,
    search,
    filters,
    ...listed,
    selection,
    choosesOne: true,
  });
  const text = useStatusText(place);
  const models = modelSlots(workspace);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });

  useStore(selection.store, (state) => state.selected);
  const [chosen] = selection.selectedItems();
  const acts = useCollectionActs();
  const { back } = useWayBack(id);
  const set = (asset: AssetSummary | undefined) => {
    acts.setThumbnail(collection, asset ? pictureOf(asset) : null);
    selection.clear();
    back();
  };

  return (
    <Page
      title={`Thumbnail of ${name}`}
      scrolls={false}
      header={
        <PageHeader
          leading={<CollectionCover collection={collection} className="h-9 w-12 shrink-0" />}
          title={`Thumbnail of ${name}`}
          actions={
            <Button disabled={collection.thumbnail === undefined} onClick={() => set(undefined)}>
              Unset<span className="max-sm:sr-only"> thumbnail</span>
            </Button>
          }
          filters={
            <>
              <SegmentedControl label="Choose from" value={source} segments={SOURCES} onChange={onSource} />
              <FilterBar
                workspace={workspace}
                search={search}
                onSearch={place.onSearch}
                offersUnfiled={false}
                models={models}
                fieldRef={field}
              />
            </>
          }
        />
      }
      status={
        <>
          <PickerFoot
            tray={<p className="truncate text-sm text-muted">{chosen?.name ?? 'Choose one picture.'}</p>}
            confirm="Set as thumbnail"
            disabled={!chosen}
            onConfirm={() => set(chosen)}
            onCancel={() => {
              selection.clear();
              back();
            }}
          />
          <StatusLine text={text} controls={<StatusControls place={place} />} />
        </>
      }
    >
      <AssetContent
        place={place}
        label={source === 'members' ? `Assets of ${name}` : 'Library'}
        mode="choose-one"
        viewer={{ modelName: models.name }}
        empty={
          <EmptyState
            icon={<ImageOff size={24} />}
            title="Nothing in this collection yet"
            text="A thumbnail need not be a member: choose from the whole library."
            action={<Button onClick={() => onSource('library')}>Whole library</Button>}
          />
        }
        failed={<WorkspaceFailed error={query.error} onRetry={() => void query.refetch()} />}
      />
    </Page>
  );
}
