import { Shapes } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { selectionOf } from '~/assets/selection/selection-store';
import { PickerFoot } from '~/collections/picker-foot';
import { PickerTray } from '~/collections/picker-tray';
import { usePicker } from '~/collections/use-picker';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import type { ModelMark } from '~/models/model-card';
import { ModelContent } from '~/models/model-content';
import { ModelFilterBar } from '~/models/model-filter-bar';
import type { ModelItem } from '~/models/model-item';
import type { ModelPlaceSearch } from '~/models/model-search';
import { ModelStatusControls } from '~/models/model-status-controls';
import { useModelStatusText } from '~/models/model-status-text';
import { useModelPlace } from '~/models/use-model-place';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { StatusLine } from '~/shell/status-line';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';

interface ModelPickerProps {
  collection: Collection;
  search: ModelPlaceSearch;
}

/** What is chosen, as a batch takes it. */
const itemsOf = (models: readonly ModelItem[]) => ({ assets: [], models });

/** Everything there is to choose from. */
const SCOPE = {};

/** The models of the workspace, to choose some for a collection; its members are ticked and dimmed. */
export function ModelPicker({ collection, search }: ModelPickerProps) {
  const workspace = useWorkspace();
  const { id, name } = collection;
  const selection = selectionOf<ModelItem>(workspace, `pick-models/${id}`);
  const place = useModelPlace({ workspace, search, scope: SCOPE, selection });
  const text = useModelStatusText(place);
  const markOf = useCallback(
    (model: ModelItem): ModelMark | undefined =>
      model.collectionIds.includes(id) ? { done: true, label: `already in ${name}` } : undefined,
    [id, name],
  );
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });
  const { chosen, confirm, busy, canAdd, add, cancel } = usePicker({
    collection,
    side: 'models',
    selection,
    itemsOf,
  });
  return (
    <Page
      title={`Add models to ${name}`}
      scrolls={false}
      header={
        <PageHeader
          title={`Add models to ${name}`}
          filters={<ModelFilterBar place={place} fieldRef={field} />}
        />
      }
      status={
        <>
          <PickerFoot
            tray={
              <PickerTray
                items={chosen}
                noun="model"
                onRemove={(model) => selection.deselect([model.id])}
                onClear={() => selection.clear()}
              />
            }
            confirm={confirm}
            busy={busy}
            disabled={!canAdd}
            onConfirm={add}
            onCancel={cancel}
          />
          <StatusLine text={text} controls={<ModelStatusControls place={place} />} />
        </>
      }
    >
      <ModelContent
        place={place}
        label="Models"
        mode="choose"
        markOf={markOf}
        empty={
          <EmptyState
            icon={<Shapes size={24} />}
            title="No models here"
            text="This workspace has no models to choose from."
          />
        }
        failed={<WorkspaceFailed error={place.error} onRetry={place.retry} />}
      />
    </Page>
  );
}
