import { useCallback, useState } from 'react';
import type { CellBox } from '~/assets/grid/grid-cell';
import type { GridView } from '~/assets/grid/grid-view';
import { ItemGrid } from '~/assets/grid/item-grid';
import type { ItemSequence } from '~/assets/grid/item-sequence';
import type { Listing } from '~/assets/grid/listing';
import type { GridMode } from '~/assets/grid/use-grid-gestures';
import { useHistoryEntry } from '~/assets/grid/use-history-entry';
import type { PlaceSelection } from '~/assets/selection/selection-store';
import { CommandContextMenu } from '~/commands/command-context-menu';
import { CHOOSING_VERBS, SELECTION_VERBS } from '~/commands/commands';
import { NextFailed } from '~/ui/next-failed';
import type { MenuPoint } from '~/ui/context-menu';
import type { Workspace } from '~/workspaces/workspace';
import { ModelCard, type ModelMark } from './model-card';
import type { ModelItem } from './model-item';

interface ModelGridProps {
  workspace: Workspace;
  label: string;
  items: ItemSequence<ModelItem>;
  listing: Listing<ModelItem>;
  listingKey: string;
  selection: PlaceSelection<ModelItem>;
  view: GridView;
  onViewChange?: (view: GridView) => void;
  mode?: GridMode;
  onOpen?: (model: ModelItem) => void;
  onGrab?: ((press: PointerEvent, model: ModelItem) => void) | undefined;
  markOf?: ((model: ModelItem) => ModelMark | undefined) | undefined;
  covered?: boolean;
}

/** Pixels under a card's picture for its name and type. */
const CAPTION = 44;

/** Models in the same grid as assets: the same keys, selection and paging. */
export function ModelGrid(props: ModelGridProps) {
  const { workspace, listing, listingKey, markOf, ...rest } = props;
  const entry = useHistoryEntry();
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const verbs = props.mode === undefined || props.mode === 'browse' ? SELECTION_VERBS : CHOOSING_VERBS;
  const renderItem = useCallback(
    (model: ModelItem, box: CellBox) => (
      <ModelCard workspace={workspace} model={model} box={box} mark={markOf?.(model)} />
    ),
    [workspace, markOf],
  );
  const labelOf = (model: ModelItem) => {
    const label = markOf?.(model)?.label;
    return label ? `${model.name}, ${label}` : model.name;
  };
  return (
    <>
      <ItemGrid<ModelItem>
        {...rest}
        onMenu={setMenuAt}
        caption={CAPTION}
        renderItem={renderItem}
        labelOf={labelOf}
        isLocked={markOf && ((model) => markOf(model)?.done === true)}
        loadMore={listing.loadMore}
        hasMore={listing.hasMore && !listing.retryMore}
        entry={entry}
        listing={listingKey}
        footer={listing.retryMore && <NextFailed what="models" onRetry={listing.retryMore} />}
      />
      <CommandContextMenu label="Selection" at={menuAt} verbs={verbs} onClose={() => setMenuAt(null)} />
    </>
  );
}
