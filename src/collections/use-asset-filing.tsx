import { Ellipsis } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { useSelected } from '~/assets/status-text';
import type { AssetPlace } from '~/assets/use-asset-place';
import { useTakingCommands } from '~/assets/use-taking-commands';
import type { ViewerSlots } from '~/assets/viewer/viewer-slots';
import { commandMenuItems } from '~/commands/command-menu-items';
import { SELECTION_VERBS } from '~/commands/commands';
import type { Collection } from '~/contract/collection';
import { Menu } from '~/ui/menu';
import { grabHandler } from './drag/grab-handler';
import { InCollections } from './in-collections';
import { useFilingCommands } from './use-filing-commands';

interface AssetFiling {
  selected: { count: number; detail: string };
  dialogs: ReactNode;
  /** What the viewer over the place says and offers. */
  viewer: ViewerSlots;
  /** For the grid: a pressed tile can be dragged to a collection. */
  onGrab: (press: PointerEvent, asset: AssetSummary) => void;
}

const IN_VIEWER = SELECTION_VERBS.filter((id) => id !== 'open');

/** What a place that shows assets can do with them: with the one opened while it is open, else with the selected. */
export function useAssetFiling(
  { workspace, search, items, selection }: AssetPlace,
  collection?: Collection,
): AssetFiling {
  const selected = useSelected(selection);
  const opened = search.asset === undefined ? undefined : items.find(search.asset);
  useTakingCommands({
    workspace,
    count: opened ? 1 : selected.count,
    assets: () => (opened ? [opened] : selection.selectedItems()),
  });
  const { dialogs, follow } = useFilingCommands({
    count: opened ? 1 : selected.count,
    items: () => ({ assets: opened ? [opened] : selection.selectedItems(), models: [] }),
    collection,
    onDealtWith: (ids) =>
      selection.deselect(selection.selectedItems().flatMap(({ id }) => (ids.has(id) ? id : []))),
  });
  const onGrab = grabHandler({
    selection,
    itemsOf: (assets) => ({ assets, models: [] }),
    from: collection,
    onBatch: follow,
  });
  const viewer = useMemo(
    (): ViewerSlots => ({
      memberships: (asset) => <InCollections asset={asset} />,
      verbs: () => (
        <Menu
          label="Actions"
          align="end"
          icon={<Ellipsis aria-hidden="true" size={16} />}
          entries={() => commandMenuItems(IN_VIEWER)}
        />
      ),
    }),
    [],
  );
  return { selected, dialogs, viewer, onGrab };
}
