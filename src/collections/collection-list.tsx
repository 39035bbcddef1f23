import { LayoutGrid, SearchX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { commandMenuItems } from '~/commands/command-menu-items';
import { handlerIn } from '~/commands/command-store';
import { COLLECTION_VERBS } from '~/commands/commands';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { Button } from '~/ui/button';
import { ContextMenu, type MenuPoint } from '~/ui/context-menu';
import { EmptyState } from '~/ui/empty-state';
import { lazyPart } from '~/ui/lazy-part';
import { NextFailed } from '~/ui/next-failed';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';
import type { CollectionView } from './collection-order';
import { CollectionWall } from './collection-wall';
import { useCollectionActs } from './use-collection-acts';
import { useCollectionCommands } from './use-collection-commands';
import type { ListedCollections } from './use-collections';
import { useCardKeys } from './use-card-keys';
import { WallSkeleton } from './wall-skeleton';

interface CollectionListProps {
  listed: ListedCollections;
  view: CollectionView;
  /** The line for a new name is open. */
  naming: boolean;
  onNaming: (naming: boolean) => void;
  onClearFilter: () => void;
}

/** The line for a new name. Nobody needs it before the first view; preload it once that is there. */
export const NewCollection = lazyPart(() => import('./new-collection'), 'NewCollection');

/** The collection grid in whichever state it is: being read, failed, empty, without result, or the wall of covers. */
export function CollectionList({ listed, view, naming, onNaming, onClearFilter }: CollectionListProps) {
  const { collections, complete, error, retry } = listed;
  const acts = useCollectionActs();
  const keyOf = useCardKeys(collections);
  const [focused, setFocused] = useState<CollectionId>();
  const [renaming, setRenaming] = useState<CollectionId>();
  /** A collection just made, by its name and by not having been there. */
  const made = useRef<{ name: string; known: ReadonlySet<CollectionId> }>(undefined);
  const onMade = (next: typeof made.current) => {
    made.current = next;
  };
  const [menu, setMenu] = useState<{ collection: Collection; at: MenuPoint }>();
  const onRename = useMemo(() => (collection: Collection) => setRenaming(keyOf(collection.id)), [keyOf]);
  const commandsOf = useCollectionCommands({ onRename, opens: true });
  const target = collections?.find(({ id }) => keyOf(id) === focused);
  useCommandHandlers({
    ...(target && commandsOf(target)),
    'new-collection': () => onNaming(true),
  });

  const content = () => {
    if (collections === undefined) {
      return error ? <WorkspaceFailed error={error} onRetry={retry} /> : <WallSkeleton />;
    }
    if (collections.length === 0 && complete) {
      return view.q.trim() === '' ? (
        <NoCollections onNew={() => onNaming(true)} />
      ) : (
        <NoResult query={view.q.trim()} onClear={onClearFilter} />
      );
    }
    return (
      <CollectionWall
        collections={collections}
        keyOf={keyOf}
        listing={`${view.sort} ${view.q}`}
        setSize={complete ? collections.length : -1}
        loadMore={listed.loadMore}
        onFocus={setFocused}
        onMenu={(collection, at) => setMenu({ collection, at })}
        renaming={renaming}
        onRename={(collection, name) => acts.rename(collection, name)}
        onRenameEnd={() => setRenaming(undefined)}
        awaited={() => {
          const { name, known } = made.current ?? {};
          return known ? collections.findIndex((one) => one.name === name && !known.has(one.id)) : -1;
        }}
        onArrived={() => onMade(undefined)}
        footer={error && <NextFailed what="collections" onRetry={retry} />}
      />
    );
  };

  return (
    <>
      {naming && (
        <NewCollection
          names={collections?.map(({ name }) => name) ?? []}
          onCreate={(name) => {
            onMade({ name, known: new Set(collections?.map(({ id }) => id)) });
            // Where it is not listed by then, the filter hides it, or it could not be made.
            void acts.create(name).finally(() => onMade(undefined));
          }}
          onClose={() => onNaming(false)}
        />
      )}
      {content()}
      <ContextMenu
        label={menu?.collection.name ?? 'Collection'}
        at={menu?.at ?? null}
        entries={() => {
          const handlers = menu ? commandsOf(menu.collection) : {};
          return commandMenuItems(COLLECTION_VERBS, (id) => handlerIn(handlers, id));
        }}
        onClose={() => setMenu(undefined)}
      />
    </>
  );
}

function NoCollections({ onNew }: { onNew: () => void }) {
  return (
    <EmptyState
      icon={<LayoutGrid size={24} />}
      title="No collections yet"
      text="A collection gathers assets and models under a name. One asset can be in many."
      action={
        <Button variant="primary" onClick={onNew}>
          New collection
        </Button>
      }
    />
  );
}

function NoResult({ query, onClear }: { query: string; onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX size={24} />}
      title={`No collection is called “${query}”`}
      text="All collections of this workspace have been looked through."
      action={<Button onClick={onClear}>Clear the filter</Button>}
    />
  );
}
