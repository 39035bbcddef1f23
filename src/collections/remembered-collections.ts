import { useMemo } from 'react';
import * as z from 'zod/mini';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CollectionRef } from '~/batches/batch';
import { collectionIdSchema } from '~/contract/ids';
import { parseStored, readStoredText, writeStoredText } from '~/ui/stored-text';

const listSchema = z.array(z.object({ id: collectionIdSchema, name: z.string() }));

/** What the sidebar shows first, what was looked at lately, and where something was added last. */
type List = 'pinned' | 'recent' | 'last-targets';

const storedAs = (list: List, workspaceId: string) => `vitrine.${list}.${workspaceId}`;

/** Counts changes; the lists are in the browser's storage alone. */
const changes = createStore<{ count: number }>(() => ({ count: 0 }));

/** Keeps a list of collections in this browser, in the place of the one before. */
export function rememberCollections(
  list: List,
  workspaceId: string,
  collections: readonly CollectionRef[],
): void {
  const text = JSON.stringify(collections.map(({ id, name }) => ({ id, name })));
  writeStoredText(storedAs(list, workspaceId), text);
  changes.setState(({ count }) => ({ count: count + 1 }));
}

/** The collections of a list, with their names of then. Some may be gone, or have another id by now. */
export function recallCollections(list: List, workspaceId: string): readonly CollectionRef[] {
  return parseList(readStoredText(storedAs(list, workspaceId)));
}

/** As `recallCollections`, kept up to date. */
export function useRememberedCollections(list: List, workspaceId: string): readonly CollectionRef[] {
  const text = useStore(changes, () => readStoredText(storedAs(list, workspaceId)));
  return useMemo(() => parseList(text), [text]);
}

function parseList(text: string | undefined): readonly CollectionRef[] {
  const parsed = listSchema.safeParse(parseStored(text));
  return parsed.success ? parsed.data : [];
}
