import { useEffect } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { GridItem } from '~/assets/grid/item-sequence';
import { selectionsOf } from '~/assets/selection/selection-store';
import { indexChanges, type ItemChange } from '~/batches/pending-changes';
import { projectItem } from '~/batches/project-item';
import type { WorkspaceBatches } from '~/batches/workspace-batches';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';

type Item = (AssetSummary | ModelSummary) & GridItem;

/**
 * Selections follow what acts have done, in whichever tab: what was destroyed is selected nowhere, what has left a
 * collection not on its page, and of the rest is known where it is now.
 */
export function useCurrentSelections(workspace: Workspace, batches: WorkspaceBatches): void {
  useEffect(
    () =>
      batches.onSettled(({ done }) => {
        const selections = selectionsOf<Item>(workspace);
        if (selections.length === 0 || done.length === 0) return;
        const changes = indexChanges(done, { resolve: (id) => batches.resolveCollectionId(id) });
        const touched = [...changes.assets.values(), ...changes.models.values()];
        const changeOf = new Map<Item['id'], ItemChange<Item>>(
          touched.map((change) => [change.item.id, change as ItemChange<Item>]),
        );
        for (const [place, selection] of selections) {
          selection.renew(changeOf.keys(), (item) => projectItem(item, changeOf.get(item.id), changes));
          const [, shown] = /^collections\/([^/]+)/.exec(place) ?? [];
          const gone = touched.filter(
            ({ item, deleted, memberships }) =>
              selection.store.getState().selected.has(item.id) &&
              (deleted || memberships.get(shown as CollectionId)?.now === false),
          );
          if (gone.length > 0) selection.deselect(gone.map(({ item }) => item.id));
        }
      }),
    [workspace, batches],
  );
}
