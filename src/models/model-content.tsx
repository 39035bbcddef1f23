import { Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { GridSkeleton } from '~/assets/grid/grid-skeleton';
import type { GridMode } from '~/assets/grid/use-grid-gestures';
import { Button } from '~/ui/button';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import type { ModelMark } from './model-card';
import { ModelFacts } from './model-facts';
import { ModelGrid } from './model-grid';
import type { ModelItem } from './model-item';
import type { ModelPlace } from './use-model-place';

interface ModelContentProps {
  place: ModelPlace;
  label: string;
  mode?: GridMode;
  /** What the place says about a model. Must keep its identity while the answer is the same. */
  markOf?: (model: ModelItem) => ModelMark | undefined;
  /** A card is pressed and may be dragged. */
  onGrab?: (press: PointerEvent, model: ModelItem) => void;
  /** Shown where there is nothing and no filter hides anything. */
  empty: ReactNode;
  /** Shown where the first page could not be read. */
  failed: ReactNode;
}

/** The grid of a place that shows models, or what is there instead of it; and the facts over it. */
export function ModelContent({ place, label, mode, markOf, onGrab, empty, failed }: ModelContentProps) {
  const { workspace, search, items, listing, selection, view, onViewChange, onSearch, open, close } = place;
  return (
    <>
      {content()}
      <ModelFacts
        workspace={workspace}
        id={search.model}
        onClose={close}
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
    </>
  );

  function content(): ReactNode {
    if (listing.pages === undefined) return place.error ? failed : <GridSkeleton view={view} />;
    const { q, type } = search;
    if (items.length === 0 && !listing.hasMore) {
      if (q === undefined && type === undefined) return empty;
      return <NoResult onClear={() => onSearch({ q: undefined, type: undefined })} />;
    }
    return (
      <ModelGrid
        workspace={workspace}
        label={label}
        items={items}
        listing={listing}
        listingKey={JSON.stringify([q, type])}
        selection={selection}
        view={view}
        onViewChange={onViewChange}
        covered={search.model !== undefined}
        onOpen={open}
        onGrab={onGrab}
        markOf={markOf}
        {...(mode && { mode })}
      />
    );
  }
}

function NoResult({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX size={24} />}
      title="No model matches"
      text="Name, description and tags have been looked through."
      action={<Button onClick={onClear}>Clear the filters</Button>}
    />
  );
}
