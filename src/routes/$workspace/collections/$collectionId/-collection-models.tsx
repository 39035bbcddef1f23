import { Link } from '@tanstack/react-router';
import { Shapes } from 'lucide-react';
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { selectionOf } from '~/assets/selection/selection-store';
import { countOf } from '~/collections/collection-text';
import type { ModelItem } from '~/collections/model-card';
import { ModelGrid } from '~/collections/model-grid';
import { useFilingCommands } from '~/collections/use-filing-commands';
import { useModelListing } from '~/collections/use-model-listing';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import { Page } from '~/shell/page';
import { SelectionBar } from '~/shell/selection-bar';
import { StatusLine } from '~/shell/status-line';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';
import { CollectionHead } from './-collection-head';

/** The models of a collection. */
export function CollectionModels({ collection }: { collection: Collection }) {
  const workspace = useWorkspace();
  const { query, pages } = useModelListing(collection.id);
  const selection = selectionOf<ModelItem>(workspace, `collections/${collection.id}/models`);
  const count = useStore(selection.store, ({ selected }) => selected.size);
  const items = useCallback(() => ({ assets: [], models: selection.selectedItems() }), [selection]);
  const { dialogs } = useFilingCommands({
    count,
    items,
    collection,
    of: 'models',
    onDealtWith: (ids) => selection.deselect(ids as Iterable<ModelItem['id']>),
  });
  useCommandHandlers({
    'select-all': () => selection.selectAll(),
    'invert-selection': () => selection.invert(),
    'clear-selection': () => selection.clear(),
  });
  return (
    <Page
      title={`Models of ${collection.name}`}
      scrolls={false}
      header={<CollectionHead collection={collection} side="models" />}
      selection={<SelectionBar count={count} />}
      status={<StatusLine text={pages ? countOf(collection.modelCount, 'model') : ''} />}
    >
      <ModelGrid
        label={`Models of ${collection.name}`}
        query={query}
        pages={pages}
        selection={selection}
        empty={
          <EmptyState
            icon={<Shapes size={24} />}
            title="No models in this collection"
            text="Models can be gathered beside the assets they made."
            action={
              <Link
                to="/$workspace/collections/$collectionId/pick-models"
                params={{ workspace: workspace.id, collectionId: collection.id }}
                className={buttonClass({ variant: 'primary' })}
              >
                Add models
              </Link>
            }
          />
        }
      />
      {dialogs}
    </Page>
  );
}
