import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ModelSummary } from '~/api/model-summary';
import type { GridItem } from '~/assets/grid/item-sequence';
import type { PlaceSelection } from '~/assets/selection/selection-store';
import type { Collection } from '~/contract/collection';
import { grabHandler } from './drag/grab-handler';
import { useFilingCommands } from './use-filing-commands';

/** What a place that shows models can do with the selected ones; `dialogs` must be rendered. */
export function useModelFiling<T extends ModelSummary & GridItem<ModelSummary['id']>>(
  selection: PlaceSelection<T>,
  collection?: Collection,
): { count: number; dialogs: ReactNode; onGrab: (press: PointerEvent, model: T) => void } {
  const count = useStore(selection.store, ({ selected }) => selected.size);
  const { dialogs, follow } = useFilingCommands({
    count,
    items: () => ({ assets: [], models: selection.selectedItems() }),
    collection,
    of: 'models',
    onDealtWith: (ids) =>
      selection.deselect(selection.selectedItems().flatMap(({ id }) => (ids.has(id) ? id : []))),
  });
  const onGrab = grabHandler({
    selection,
    itemsOf: (models) => ({ assets: [], models }),
    from: collection,
    onBatch: follow,
  });
  return { count, dialogs, onGrab };
}
