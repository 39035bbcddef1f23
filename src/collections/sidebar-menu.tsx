import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { commandMenuItems } from '~/commands/command-menu-items';
import { handlerIn } from '~/commands/command-store';
import { COLLECTION_VERBS } from '~/commands/commands';
import type { Collection } from '~/contract/collection';
import { ContextMenu, type MenuPoint } from '~/ui/context-menu';
import { useWorkspace } from '~/workspaces/use-workspace';
import { NameDialog } from './name-dialog';
import { useCollectionActs } from './use-collection-acts';
import { useCollectionCommands } from './use-collection-commands';

export interface SidebarMenuAt {
  collection: Collection;
  at: MenuPoint;
}

/** The verbs of a collection for its line in the sidebar; there is no room for renaming in place, so a dialog asks. */
export function SidebarMenu({ collection, at }: SidebarMenuAt) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { collectionId } = useParams({ strict: false });
  const acts = useCollectionActs();
  const [renaming, setRenaming] = useState(false);
  // Its lines act once it is gone, so this stays until another menu is asked for.
  const [isOpen, setOpen] = useState(true);
  const commandsOf = useCollectionCommands({
    opens: true,
    onRename: () => setRenaming(true),
    onDelete: ({ id }) => {
      if (id === collectionId)
        void navigate({ to: '/$workspace/collections', params: { workspace: workspace.id } });
    },
  });
  const handlers = commandsOf(collection);
  return renaming ? (
    <NameDialog
      title={`Rename ${collection.name}`}
      value={collection.name}
      confirm="Rename"
      names={[]}
      onName={(name) => acts.rename(collection, name)}
      onClose={() => setRenaming(false)}
    />
  ) : (
    <ContextMenu
      label={collection.name}
      at={isOpen ? at : null}
      entries={() => commandMenuItems(COLLECTION_VERBS, (id) => handlerIn(handlers, id))}
      onClose={() => setOpen(false)}
    />
  );
}
