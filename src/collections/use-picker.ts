import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { GridItem } from '~/assets/grid/item-sequence';
import type { PlaceSelection } from '~/assets/selection/selection-store';
import type { BatchItems } from '~/batches/batch';
import { outcomeOf } from '~/batches/batch-outcome';
import { nextTask } from '~/batches/next-task';
import { costOfAdding } from '~/batches/plan';
import { usePendingChanges } from '~/batches/use-batches';
import type { Collection } from '~/contract/collection';
import { toasts } from '~/ui/toasts';
import { useWorkspace } from '~/workspaces/use-workspace';
import { countOf } from '~/ui/format-facts';
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
  canAdd: boolean;
  add: () => void;
  cancel: () => void;
}

/** Choosing items for a collection: what is chosen, what adding it costs, and the ways out. */
export function usePicker<T extends GridItem>(options: PickerOptions<T>): Picker<T> {
  const { collection, side, selection, itemsOf, isRefused } = options;
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const acts = useCollectionActs();
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

  const add = async () => {
    const batch = acts.add(collection, itemsOf(chosen));
    void batch.then((settled) => chooseFailed(outcomeOf(settled).failed));
    // In a task of their own: to show thousands as added is enough for one.
    await nextTask();
    selection.clear();
    toCollection();
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
  return { chosen, confirm, canAdd: cost.toAdd > 0, add: () => void add(), cancel };
}
