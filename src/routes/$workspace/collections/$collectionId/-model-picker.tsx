import { Shapes } from 'lucide-react';
import { useStore } from 'zustand';
import { selectionOf } from '~/assets/selection/selection-store';
import { costOfAdding } from '~/batches/plan';
import { usePendingChanges } from '~/batches/use-batches';
import { costText } from '~/collections/cost-text';
import type { ModelItem } from '~/collections/model-card';
import { ModelGrid } from '~/collections/model-grid';
import { PickerFoot } from '~/collections/picker-foot';
import { PickerTray } from '~/collections/picker-tray';
import { useCollectionActs } from '~/collections/use-collection-acts';
import { useModelListing } from '~/collections/use-model-listing';
import { useWayBack } from '~/collections/use-way-back';
import type { Collection } from '~/contract/collection';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';

/** The models of the workspace, to choose some for a collection; its members are ticked and dimmed. */
export function ModelPicker({ collection }: { collection: Collection }) {
  const workspace = useWorkspace();
  const { query, pages } = useModelListing();
  const selection = selectionOf<ModelItem>(workspace, `pick-models/${collection.id}`);
  useStore(selection.store, ({ selected }) => selected);
  const chosen = selection.selectedItems();
  const cost = costOfAdding({ assets: [], models: chosen }, collection.id, usePendingChanges());
  const acts = useCollectionActs();
  const leave = useWayBack(collection.id);
  const add = () => {
    void acts.add(collection, { assets: [], models: chosen });
    selection.clear();
    leave();
  };
  return (
    <Page
      title={`Add models to ${collection.name}`}
      scrolls={false}
      header={<PageHeader title={`Add models to ${collection.name}`} />}
      status={
        <PickerFoot
          tray={
            <PickerTray
              items={chosen}
              noun="model"
              onRemove={(model) => selection.deselect([model.id])}
              onClear={() => selection.clear()}
            />
          }
          confirm={chosen.length === 0 ? 'Add' : costText(cost)}
          disabled={cost.toAdd === 0}
          onConfirm={add}
          onCancel={() => {
            selection.clear();
            leave();
          }}
        />
      }
    >
      <ModelGrid
        label="Models"
        query={query}
        pages={pages}
        selection={selection}
        choosingFor={collection}
        empty={
          <EmptyState
            icon={<Shapes size={24} />}
            title="No models here"
            text="This workspace has no models to choose from."
          />
        }
      />
    </Page>
  );
}
