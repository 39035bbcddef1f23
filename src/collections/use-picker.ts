import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { GridItem } from '~/assets/grid/item-sequence';
import type { PlaceSelection } from '~/assets/selection/selection-store';
import type { BatchItems } from '~/batches/batch';
import { outcomeOf } from '~/batches/batch-outcome';
import { MANY } from '~/batches/hand-over';
import { useHoldChanges } from '~/batches/held-changes';
import { nextTask } from '~/ui/next-task';
import { costOfAdding } from '~/batches/plan';
import { usePendingChanges } from '~/batches/use-batches';
import type { Collection } from '~/contract/collection';
import { toasts } from '~/ui/toasts';
import { useWorkspace } from '~/workspaces/use-workspace';
import { countOf, formatCount } from '~/ui/format-facts';
import { costText } from './cost-text';
import { useCollectionActs } from './use-collection-acts';
import { useWayBack } from './use-way-back';

interface PickerOptions<T extends GridItem> {
  collection: Collection;
  side: 'assets' | 'models';
  selection: PlaceSelection<T>;
  /** What is chosen, as a batch takes it; the same function each time. */
  itemsOf: (chosen: readonly T[]) => BatchItems;
  /** What the workspace would refuse, however it was selected; the same function each time. */
  isRefused?: (item: T) => boolean;
}

interface Picker<T> {
  chosen: readonly T[];
  /** What the button says: "Add 87 · 2 requests · 14 already in". */
  confirm: string;
  /** And while it is done: "Adding 87". */
  busy: string;
  canAdd: boolean;
  /** Resolves once all of it is over. */
  add: () => Promise<void>;
  cancel: () => void;
}

/** Choosing items for a collection: what is chosen, what adding it costs, and the ways out. */
export function usePicker<T extends GridItem>(options: PickerOptions<T>): Picker<T> {
  const { collection, side, selection, itemsOf, isRefused } = options;
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const acts = useCollectionActs();
  const hold = useHoldChanges();
  const { back, toCollection } = useWayBack(collection.id, side);
  const changes = usePendingChanges();
  const selected = useStore(selection.store, selection.selectedItems);
  const chosen = useMemo(
    () => (isRefused ? selected.filter((item) => !isRefused(item)) : selected),
    [selected, isRefused],
  );
  const cost = useMemo(
    () => costOfAdding(itemsOf(chosen), collection.id, changes),
    [itemsOf, chosen, collection.id, changes],
  );
  // What was refused is still chosen when the picker is opened again.
  const chooseFailed = (failed: ReadonlySet<string>) =>
    selection.include(chosen.filter(({ id }) => failed.has(id)));

  const whenLeft = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => whenLeft.current?.(), []);

  const add = async () => {
    // Ten thousand ticks that nobody will see cost more than everything else.
    const release = chosen.length < MANY ? undefined : hold();
    const settled = acts.add(collection, itemsOf(chosen));
    let isLeft = false;
    const left = new Promise<void>((resolve) => {
      whenLeft.current = () => {
        isLeft = true;
        selection.clear();
        resolve();
      };
    });
    // Handed over by then; thousands are shown some tasks later.
    await nextTask();
    await acts.shown();
    // Somebody may have gone elsewhere meanwhile.
    if (!isLeft) toCollection();
    const [batch] = await Promise.all([settled, left]);
    release?.();
    chooseFailed(outcomeOf(batch).failed);
  };
  const chooseAgain = () => {
    selection.include(chosen);
    const to = side === 'assets' ? 'pick' : 'pick-models';
    const params = { workspace: workspace.id, collectionId: collection.id };
    void navigate({ to: `/$workspace/collections/$collectionId/${to}`, params });
  };
  const cancel = () => {
    selection.clear();
    back();
    if (chosen.length === 0) return;
    const noun = side === 'assets' ? 'asset' : 'model';
    toasts.show({
      text: `Not added to ${collection.name}: ${countOf(chosen.length, noun)}`,
      actions: [{ label: 'Choose again', onAct: chooseAgain }],
    });
  };
  const confirm = selected.length === 0 ? 'Add' : costText(cost, selected.length - chosen.length);
  const busy = `Adding ${formatCount(cost.toAdd)}`;
  return { chosen, confirm, busy, canAdd: cost.toAdd > 0, add, cancel };
}
