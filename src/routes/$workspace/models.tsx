import { useInfiniteQuery } from '@tanstack/react-query';
import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { Sparkles } from 'lucide-react';
import { useMemo, useRef } from 'react';
import * as z from 'zod/mini';
import { formatCount } from '~/assets/format-facts';
import { FilterText } from '~/assets/filter-text';
import { GridSkeleton } from '~/assets/grid/grid-skeleton';
import { gridViewSearch } from '~/assets/grid/grid-view';
import { listingOf } from '~/assets/grid/listing';
import { useGridView } from '~/assets/grid/use-grid-view';
import { useItemSequence } from '~/assets/grid/use-item-sequence';
import { ViewControls } from '~/assets/grid/view-controls';
import { selectionOf } from '~/assets/selection/selection-store';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { ModelFacts } from '~/models/model-facts';
import { modelSearch } from '~/models/model-filters';
import { ModelGrid } from '~/models/model-grid';
import { filteredModelPages, type ModelItem, modelTypes } from '~/models/model-item';
import { modelQueries } from '~/models/model-queries';
import { describeFailure } from '~/shell/describe-failure';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { StatusLine } from '~/shell/status-line';
import { Button } from '~/ui/button';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { FailedState } from '~/ui/failed-state';
import { Select } from '~/ui/select';

const searchSchema = z.object({ ...modelSearch, ...gridViewSearch });
type Search = z.infer<typeof searchSchema>;

export const Route = createFileRoute('/$workspace/models')({
  validateSearch: (search) => searchSchema.parse(search),
  loader: ({ context: { queryClient, workspace } }) => {
    void queryClient.prefetchInfiniteQuery(modelQueries.list(workspace));
  },
  component: ModelsPage,
});

const ANY = '';

function ModelsPage() {
  const { workspace } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const onSearch = (change: Partial<Search>, how: 'push' | 'replace' = 'push') =>
    void navigate({ search: (previous) => ({ ...previous, ...change }), replace: how === 'replace' });
  const query = useInfiniteQuery(modelQueries.list(workspace));
  const { view, onViewChange } = useGridView(search, onSearch, 'square');
  const read = query.data?.pages;
  const pages = useMemo(
    () => read && filteredModelPages(read, { q: search.q, type: search.type }),
    [read, search.q, search.type],
  );
  const items = useItemSequence<ModelItem>(pages);
  const listing = listingOf(query, pages);
  const selection = selectionOf<ModelItem>(workspace, 'models');
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({
    filter: () => field.current?.focus(),
    'select-all': () => selection.selectAll(),
    'clear-selection': () => selection.clear(),
  });
  const types = modelTypes(read ?? []);
  const narrowed = search.q !== undefined || search.type !== undefined;
  const clear = () => onSearch({ q: undefined, type: undefined });

  const content = () => {
    if (!pages) {
      return query.error ? (
        <FailedState {...describeFailure(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <GridSkeleton view={view} />
      );
    }
    if (items.length === 0 && !query.hasNextPage) {
      return narrowed ? (
        <EmptyState title="No model matches" action={<Button onClick={clear}>Clear the filters</Button>} />
      ) : (
        <EmptyState
          icon={<Sparkles size={24} />}
          title="There are no models"
          text="Models named in the files you bring in appear here."
        />
      );
    }
    return (
      <ModelGrid
        workspace={workspace}
        label="Models"
        items={items}
        listing={listing}
        listingKey={JSON.stringify([search.q, search.type])}
        selection={selection}
        view={view}
        onViewChange={onViewChange}
        covered={search.model !== undefined}
        onOpen={(model) => onSearch({ model: model.id })}
      />
    );
  };

  return (
    <Page
      title="Models"
      scrolls={false}
      header={
        <PageHeader
          title="Models"
          filters={
            <>
              <FilterText
                label="Filter models"
                value={search.q ?? ''}
                onChange={(q) => onSearch({ q: q || undefined }, 'replace')}
                fieldRef={field}
              />
              <Select
                label="Type"
                value={search.type ?? ANY}
                options={[
                  { value: ANY, label: 'Every type' },
                  ...types.map((type) => ({ value: type, label: type })),
                ]}
                onChange={(type) => onSearch({ type: type || undefined })}
              />
            </>
          }
        />
      }
      status={
        <StatusLine
          text={modelsText(items.length, query.hasNextPage)}
          controls={<ViewControls view={view} onViewChange={onViewChange} layouts={['square', 'list']} />}
        />
      }
    >
      {content()}
      <ModelFacts
        workspace={workspace}
        id={search.model}
        onClose={() => onSearch({ model: undefined }, 'replace')}
        actions={
          search.model && (
            <Link
              to="/$workspace/assets"
              params={{ workspace: workspace.id }}
              search={{ model: search.model }}
              className={buttonClass({ variant: 'primary' })}
            >
              Show its assets
            </Link>
          )
        }
      />
    </Page>
  );
}

function modelsText(shown: number, hasMore: boolean): string {
  const models = `${formatCount(shown)} ${shown === 1 ? 'model' : 'models'}`;
  return hasMore ? `${models} shown, more to come` : models;
}
