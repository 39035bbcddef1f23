import { createFileRoute } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { AssetContent } from '~/assets/asset-content';
import { filtersOfSearch } from '~/assets/asset-filters';
import { assetQueries } from '~/assets/asset-queries';
import { assetSearchSchema } from '~/assets/asset-search';
import { FilterBar } from '~/assets/filter-bar';
import { selectionOf } from '~/assets/selection/selection-store';
import { StatusControls } from '~/assets/status-controls';
import { useStatusText } from '~/assets/status-text';
import { useAssetPlace } from '~/assets/use-asset-place';
import { useForeignMark } from '~/collections/foreign-mark';
import { useAssetFiling } from '~/collections/use-asset-filing';
import { useAssetListing } from '~/collections/use-asset-listing';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { modelSlots } from '~/models/model-slots';
import { EmptyLibrary } from '~/shell/empty-library';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { SelectionBar } from '~/shell/selection-bar';
import { StatusLine } from '~/shell/status-line';
import { readFirstPage } from '~/workspaces/read-first-page';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';
import { canWrite } from '~/workspaces/workspace';

export const Route = createFileRoute('/$workspace/assets')({
  validateSearch: (search) => assetSearchSchema.parse(search),
  loaderDeps: ({ search }) => ({ filters: filtersOfSearch(search) }),
  loader: ({ context, deps: { filters }, cause }) => {
    const { queryClient, workspace } = context;
    const first = readFirstPage({ cause, context }, assetQueries.list(workspace, filters));
    void queryClient.prefetchQuery(assetQueries.count(workspace, filters));
    return first;
  },
  component: LibraryPage,
});

function LibraryPage() {
  const { workspace } = Route.useRouteContext();
  const search = Route.useSearch();
  const filters = useMemo(() => filtersOfSearch(search), [search]);
  const listed = useAssetListing(filters);
  const { query } = listed;
  const selection = selectionOf<AssetSummary>(workspace, 'assets');
  const place = useAssetPlace({
    workspace,
    search,
    filters,
    ...listed,
    selection,
  });
  const text = useStatusText(place);
  const { selected, dialogs, viewer, onGrab } = useAssetFiling(place);
  const markOf = useForeignMark();
  const models = modelSlots(workspace);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });

  return (
    <Page
      title="Library"
      scrolls={false}
      header={
        <PageHeader
          title="Library"
          filters={
            <FilterBar
              workspace={workspace}
              search={search}
              onSearch={place.onSearch}
              fieldRef={field}
              models={models}
              // Only the full text search tells, and that needs a key.
              offersUnfiled={canWrite(workspace)}
            />
          }
        />
      }
      selection={<SelectionBar count={selected.count} detail={selected.detail} />}
      status={<StatusLine text={text} controls={<StatusControls place={place} />} />}
    >
      <AssetContent
        place={place}
        label="Assets"
        viewer={{ ...viewer, modelName: models.name }}
        onGrab={onGrab}
        markOf={markOf}
        empty={<EmptyLibrary />}
        failed={<WorkspaceFailed error={query.error} onRetry={() => void query.refetch()} />}
      />
      {dialogs}
    </Page>
  );
}
