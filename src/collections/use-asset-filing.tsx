import { useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import { assetQueries } from '~/assets/asset-queries';
import { useSelected } from '~/assets/status-text';
import type { AssetPlace } from '~/assets/use-asset-place';
import { useTakingCommands } from '~/assets/use-taking-commands';
import type { ViewerSlots } from '~/assets/viewer/viewer-slots';
import { useProjectedAsset } from '~/batches/use-projection';
import { commandMenuItems } from '~/commands/command-menu-items';
import { SELECTION_VERBS } from '~/commands/commands';
import type { Collection } from '~/contract/collection';
import type { AssetId } from '~/contract/ids';
import { Menu } from '~/ui/menu';
import type { Workspace } from '~/workspaces/workspace';
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
  const opened = useOpened(workspace, search.asset, items);
  const actedOn = useRef(new Set<AssetId>());
  // While one is open nothing is done to those behind it.
  const [count, chosen] =
    search.asset === undefined
      ? [selected.count, () => selection.selectedItems()]
      : [opened ? 1 : 0, () => (opened ? [opened] : [])];
  useTakingCommands({ workspace, count, assets: chosen });
  const { dialogs, follow } = useFilingCommands({
    count,
    items: () => ({ assets: chosen(), models: [] }),
    collection,
    onAct: ({ assets }) => {
      for (const { id } of assets) actedOn.current.add(id);
    },
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
      isActedOn: (id) => actedOn.current.has(id),
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

/** The asset that the viewer shows, also where the listing does not hold it. */
function useOpened(
  workspace: Workspace,
  id: AssetId | undefined,
  items: AssetPlace['items'],
): AssetSummary | undefined {
  const listed = id === undefined ? undefined : items.find(id);
  const { data } = useQuery({
    ...assetQueries.detail(workspace, id as AssetId),
    enabled: id !== undefined && !listed,
  });
  const summary = useMemo(() => data && summarizeAsset(data), [data]);
  const other = useProjectedAsset(id === undefined ? undefined : summary);
  return listed ?? other;
}
