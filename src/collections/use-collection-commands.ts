import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import type { CommandHandlers } from '~/commands/command-store';
import type { Collection } from '~/contract/collection';
import { copyText } from '~/ui/copy-text';
import { useWorkspace } from '~/workspaces/use-workspace';
import { rememberCollections, useRememberedCollections } from './remembered-collections';
import { useCollectionActs } from './use-collection-acts';
import { openedInCollection } from './use-way-back';

interface CommandOptions {
  /** Starts editing the name in place. */
  onRename: (collection: Collection) => void;
  /** Called once the collection is on its way out. */
  onDelete?: ((collection: Collection) => void) | undefined;
  /** Offers to open it; not where it is open. */
  opens?: boolean;
}

/** What the commands do to one collection: the same for its card's menu, its header, the palette and the keys. */
export function useCollectionCommands(options: CommandOptions) {
  const { onRename, onDelete, opens = false } = options;
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const acts = useCollectionActs();
  const batches = useWorkspaceBatches();
  const pins = useRememberedCollections('pinned', workspace.id);

  return useCallback(
    (collection: Collection): CommandHandlers => {
      const otherPins = pins.filter(({ id }) => batches.resolveCollectionId(id) !== collection.id);
      const isPinned = otherPins.length < pins.length;
      const params = { workspace: workspace.id, collectionId: collection.id };
      const go = (to: '' | '/pick' | '/pick-models' | '/thumbnail') => () =>
        void navigate({
          to: `/$workspace/collections/$collectionId${to}`,
          params,
          ...(!opens && { state: openedInCollection }),
        });
      return {
        ...(opens && { open: go('') }),
        'add-assets': go('/pick'),
        'add-models': go('/pick-models'),
        'choose-thumbnail': go('/thumbnail'),
        'unset-thumbnail': {
          run: () => acts.setThumbnail(collection, null),
          enabled: collection.thumbnail !== undefined,
        },
        rename: () => onRename(collection),
        'pin-collection': {
          label: isPinned ? 'Unpin from the sidebar' : 'Pin to the sidebar',
          run: () =>
            rememberCollections('pinned', workspace.id, isPinned ? otherPins : [...pins, collection]),
        },
        'copy-collection-link': () => {
          const base = import.meta.env.BASE_URL.replace(/\/$/, '');
          const path = `/${encodeURIComponent(workspace.id)}/collections/${encodeURIComponent(collection.id)}`;
          void copyText(`${location.origin}${base}${path}`, linkCopied(workspace.kind));
        },
        'copy-collection-id': () => void copyText(collection.id, 'Copied the id'),
        'delete-collection': () => {
          onDelete?.(collection);
          acts.deleteCollection(collection);
        },
      };
    },
    [workspace, navigate, acts, batches, pins, onRename, onDelete, opens],
  );
}

function linkCopied(kind: 'built-in' | 'remote'): string {
  return kind === 'built-in' ? 'Copied the link: it works in this browser only' : 'Copied the link';
}
