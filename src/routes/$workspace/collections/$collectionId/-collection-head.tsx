import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, Ellipsis, ImagePlus, Shapes } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { GridSkeleton } from '~/assets/grid/grid-skeleton';
import { gridViewOf } from '~/assets/grid/grid-view';
import { isProvisional } from '~/batches/provisional-id';
import { CollectionCover } from '~/collections/collection-cover';
import { contentsOf } from '~/collections/collection-text';
import { formatCount, formatDay } from '~/ui/format-facts';
import { CollectionTitle } from '~/collections/collection-title';
import { UnknownCollection } from '~/collections/unknown-collection';
import { useCollection } from '~/collections/use-collection';
import { useCollectionCommands } from '~/collections/use-collection-commands';
import { openedInCollection } from '~/collections/use-way-back';
import { commandMenuItems } from '~/commands/command-menu-items';
import { COLLECTION_VERBS } from '~/commands/commands';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { StatusLine } from '~/shell/status-line';
import { buttonClass } from '~/ui/button-class';
import { Menu } from '~/ui/menu';
import { Skeleton } from '~/ui/skeleton';
import { TabBar } from '~/ui/tab-bar';
import { tooltip } from '~/ui/tooltip';
import { useWorkspace } from '~/workspaces/use-workspace';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';

/** Reads the collection of an address, or shows why there is none; goes along where it has another id by now. */
export function WithCollection({
  id,
  children,
}: {
  id: CollectionId;
  children: (collection: Collection) => ReactNode;
}) {
  const { collection, missing, movedTo, error, retry } = useCollection(id);
  if (movedTo !== undefined) {
    return (
      <Navigate
        to="."
        params={(before) => ({ ...before, collectionId: movedTo })}
        search={(before) => before}
        replace
      />
    );
  }
  if (collection && !isProvisional(id)) return children(collection);
  if (missing) {
    return (
      <Page title="Unknown collection" header={<PageHeader title="Unknown collection" />}>
        <UnknownCollection />
      </Page>
    );
  }
  return (
    <Page
      title={collection?.name ?? 'Collection'}
      header={
        <PageHeader
          leading={<ToCollections />}
          title={collection?.name ?? (error ? 'Collection' : <NameToCome />)}
        />
      }
      status={<StatusLine text="" />}
    >
      {error ? <WorkspaceFailed error={error} onRetry={retry} /> : <GridSkeleton view={gridViewOf({})} />}
    </Page>
  );
}

/** A heading is never empty, not even while nobody knows what it will say. */
function NameToCome() {
  return (
    <>
      <span className="sr-only">Collection</span>
      <Skeleton className="my-1 h-4 w-40" />
    </>
  );
}

function ToCollections() {
  const workspace = useWorkspace();
  return (
    <Link
      to="/$workspace/collections"
      params={{ workspace: workspace.id }}
      aria-label="All collections"
      data-spring=""
      className={buttonClass({ variant: 'ghost', className: 'w-control px-0!' })}
      {...tooltip('All collections')}
    >
      <ChevronLeft aria-hidden="true" size={16} />
    </Link>
  );
}

interface CollectionHeadProps {
  collection: Collection;
  /** Which of its sides is shown. */
  side: 'assets' | 'models';
  filters?: ReactNode;
}

/** The head of an open collection: cover, name, counts, dates, its verbs, and its two sides. */
export function CollectionHead({ collection, side, filters }: CollectionHeadProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const params = { workspace: workspace.id, collectionId: collection.id };
  const commandsOf = useCollectionCommands({
    onRename: () => setEditing(true),
    onDelete: () => void navigate({ to: '/$workspace/collections', params: { workspace: workspace.id } }),
  });
  useCommandHandlers(commandsOf(collection));
  const dates = `created ${formatDay(collection.createdAt)} · updated ${formatDay(collection.updatedAt)}`;

  return (
    <PageHeader
      leading={
        <>
          <ToCollections />
          <CollectionCover collection={collection} className="h-9 w-12 shrink-0 max-sm:hidden" />
        </>
      }
      title={<CollectionTitle collection={collection} editing={editing} onEditing={setEditing} />}
      meta={`${contentsOf(collection)} · ${dates}`}
      actions={
        <>
          <Link
            to={`/$workspace/collections/$collectionId/${side === 'assets' ? 'pick' : 'pick-models'}`}
            params={params}
            state={openedInCollection}
            className={buttonClass({ variant: 'primary' })}
          >
            {side === 'assets' ? (
              <ImagePlus aria-hidden="true" size={16} />
            ) : (
              <Shapes aria-hidden="true" size={16} />
            )}
            <span className="max-sm:sr-only">{side === 'assets' ? 'Add assets' : 'Add models'}</span>
          </Link>
          <Menu
            label={`Actions for ${collection.name}`}
            align="end"
            icon={<Ellipsis aria-hidden="true" size={16} />}
            entries={() => commandMenuItems(COLLECTION_VERBS)}
          />
        </>
      }
      tabs={
        <TabBar label={collection.name}>
          <Link
            to="/$workspace/collections/$collectionId"
            params={params}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            Assets <span className="text-xs text-muted">{formatCount(collection.assetCount)}</span>
          </Link>
          <Link to="/$workspace/collections/$collectionId/models" params={params}>
            Models <span className="text-xs text-muted">{formatCount(collection.modelCount)}</span>
          </Link>
        </TabBar>
      }
      filters={filters}
    />
  );
}
