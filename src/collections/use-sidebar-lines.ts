import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { CollectionRef } from '~/batches/batch';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import type { Collection } from '~/contract/collection';
import { useWorkspace } from '~/workspaces/use-workspace';
import { recallCollections, rememberCollections, useRememberedCollections } from './remembered-collections';
import { sidebarOrder } from './sidebar-order';
import { closestFirst } from './target-choice';
import { useCollections } from './use-collections';

/** So many of the collections looked at lately go before the others. */
const RECENT = 12;

interface SidebarLines {
  pinned: readonly Collection[];
  others: readonly Collection[];
  /** How many collections have been read, whatever was typed. */
  read: number;
  /** While the pointer or the keyboard is among the lines, none of them moves. */
  hold: (held: boolean) => void;
}

/** The collections in the order of the sidebar; typed text finds among all of them. */
export function useSidebarLines(text: string): SidebarLines {
  const workspace = useWorkspace();
  const batches = useWorkspaceBatches();
  const { collections: found = [], read } = useCollections({ q: text, sort: 'server' });
  const pins = useRememberedCollections('pinned', workspace.id);
  const recent = useRememberedCollections('recent', workspace.id);
  useNoteOpened(found);
  const [held, hold] = useState(false);
  const [order, setOrder] = useState(recent);
  // Whatever is opened comes to the top once nobody is about to press something there.
  if (!held && order !== recent) setOrder(recent);

  const lines = useMemo(() => {
    if (text.trim() !== '') return { pinned: [], others: closestFirst(found, text) };
    const ids = (list: readonly CollectionRef[]) => list.map(({ id }) => batches.resolveCollectionId(id));
    return sidebarOrder(found, ids(pins), ids(order));
  }, [found, text, pins, order, batches]);
  return { ...lines, read, hold };
}

/** The collection of the address was looked at now. */
function useNoteOpened(collections: readonly Collection[]): void {
  const workspace = useWorkspace();
  const { collectionId } = useParams({ strict: false });
  const opened = collections.find(({ id }) => id === collectionId);
  useEffect(() => {
    if (!opened) return;
    const before = recallCollections('recent', workspace.id);
    if (before[0]?.id === opened.id) return;
    const others = before.filter(({ id }) => id !== opened.id);
    rememberCollections('recent', workspace.id, [opened, ...others].slice(0, RECENT));
  }, [opened, workspace.id]);
}
