import { useMemo } from 'react';
import * as z from 'zod/mini';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { CollectionRef } from '~/batches/batch';
import { collectionIdSchema } from '~/contract/ids';
import { readStoredText, writeStoredText } from '~/ui/stored-text';

const targetsSchema = z.array(z.object({ id: collectionIdSchema, name: z.string() }));
const storedAs = (workspaceId: string) => `vitrine.last-targets.${workspaceId}`;

/** Counts changes; what is remembered is in the browser's storage alone. */
const changes = createStore<{ count: number }>(() => ({ count: 0 }));

/** Remembers where items were put last, in this browser, for the act that repeats it. */
export function rememberTargets(workspaceId: string, targets: readonly CollectionRef[]): void {
  if (targets.length > 0) store(workspaceId, targets);
}

/** Where items of the workspace were put last; none where nobody has, or the collections are gone. */
export function useLastTargets(workspaceId: string): readonly CollectionRef[] {
  const text = useStore(changes, () => readStoredText(storedAs(workspaceId)));
  return useMemo(() => parseTargets(text), [text]);
}

/** They are gone: there is nothing to repeat. */
export function forgetTargets(workspaceId: string): void {
  store(workspaceId, []);
}

function store(workspaceId: string, targets: readonly CollectionRef[]): void {
  writeStoredText(storedAs(workspaceId), JSON.stringify(targets.map(({ id, name }) => ({ id, name }))));
  changes.setState(({ count }) => ({ count: count + 1 }));
}

function parseTargets(text = '[]'): readonly CollectionRef[] {
  try {
    const parsed = targetsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    // Not ours, or cut short: there is nothing to repeat.
    return [];
  }
}
