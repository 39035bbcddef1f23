import { Link } from '@tanstack/react-router';
import { Shapes } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { selectionOf } from '~/assets/selection/selection-store';
import { useModelFiling } from '~/collections/use-model-filing';
import { openedInCollection } from '~/collections/use-way-back';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import { ModelContent } from '~/models/model-content';
import { ModelFilterBar } from '~/models/model-filter-bar';
import type { ModelItem } from '~/models/model-item';
import type { ModelPlaceSearch } from '~/models/model-search';
import { ModelStatusControls } from '~/models/model-status-controls';
import { useModelStatusText } from '~/models/model-status-text';
import { useModelPlace } from '~/models/use-model-place';
import { Page } from '~/shell/page';
import { SelectionBar } from '~/shell/selection-bar';
import { StatusLine } from '~/shell/status-line';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';
import { CollectionHead } from './-collection-head';

interface CollectionModelsProps {
  collection: Collection;
  search: ModelPlaceSearch;
}

/** The models of a collection: the same grid as all models, with what can be done to members. */
export function CollectionModels({ collection, search }: CollectionModelsProps) {
  const workspace = useWorkspace();
  const { id, name } = collection;
  const scope = useMemo(() => ({ collectionId: id }), [id]);
  const selection = selectionOf<ModelItem>(workspace, `collections/${id}/models`);
  const place = useModelPlace({ workspace, search, scope, selection });
  const text = useModelStatusText(place);
  const { count, dialogs, onGrab } = useModelFiling(selection, collection);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });
  return (
    <Page
      title={`Models of ${name}`}
      scrolls={false}
      header={
        <CollectionHead
          collection={collection}
          side="models"
          filters={<ModelFilterBar place={place} fieldRef={field} />}
        />
      }
      selection={<SelectionBar count={count} />}
      status={<StatusLine text={text} controls={<ModelStatusControls place={place} />} />}
    >
      <ModelContent
        place={place}
        label={`Models of ${name}`}
        onGrab={onGrab}
        empty={
          <EmptyState
            icon={<Shapes size={24} />}
            title="No models in this collection"
            text="Models can be gathered beside the assets they made."
            action={
              <Link
                to="/$workspace/collections/$collectionId/pick-models"
                params={{ workspace: workspace.id, collectionId: id }}
                state={openedInCollection}
                className={buttonClass({ variant: 'primary' })}
              >
                Add models
              </Link>
            }
          />
        }
        failed={<WorkspaceFailed error={place.error} onRetry={place.retry} />}
      />
      {dialogs}
    </Page>
  );
}
