import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '~/api/api-error';
import type { Batch, BatchItems, CollectionRef } from '~/batches/batch';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import { namesText } from '~/batches/edit-result-text';
import type { CommandHandler } from '~/commands/command-store';
import { toasts } from '~/ui/toasts';
import { useWorkspace } from '~/workspaces/use-workspace';
import { collectionQueries } from './collection-queries';
import { rememberCollections, useRememberedCollections } from './remembered-collections';
import { useCollectionActs } from './use-collection-acts';
import { useCollections } from './use-collections';

interface RepeatOptions {
  /** There is something to add. */
  enabled: boolean;
  items: () => BatchItems;
  onBatch: (batch: Promise<Batch>, items: BatchItems) => void;
  /** Offered where the collection is gone. */
  onChooseAnother: () => void;
}

/** The act that adds to the collections that were added to last, under their names of today. */
export function useRepeatTarget(options: RepeatOptions): CommandHandler {
  const { enabled, items, onBatch, onChooseAnother } = options;
  const workspace = useWorkspace();
  const batches = useWorkspaceBatches();
  const queryClient = useQueryClient();
  const acts = useCollectionActs();
  const { collections = [] } = useCollections();
  const targets = useRememberedCollections('last-targets', workspace.id);
  const current = ({ id, name }: CollectionRef): CollectionRef => {
    const now = batches.resolveCollectionId(id);
    return collections.find((collection) => collection.id === now) ?? { id: now, name };
  };

  /** False only where the workspace says that there is none: without an answer, the batch will find out. */
  const exists = async ({ id }: CollectionRef): Promise<boolean> => {
    if (collections.some((collection) => collection.id === id)) return true;
    if (batches.store.getState().changes.deletedCollections.has(id)) return false;
    try {
      await queryClient.fetchQuery({ ...collectionQueries.detail(workspace, id), staleTime: 0 });
      return true;
    } catch (error) {
      return !(error instanceof ApiError && error.kind === 'not-found');
    }
  };
  const run = async () => {
    const asked = items();
    const wanted = targets.map(current);
    const there = await Promise.all(wanted.map(exists));
    const found = wanted.filter((_, index) => there[index]);
    const gone = wanted.filter((_, index) => !there[index]);
    if (gone.length > 0) {
      toasts.show({
        text: `${namesText(gone.map(({ name }) => name))} no longer ${gone.length === 1 ? 'exists' : 'exist'}`,
        actions: [{ label: 'Choose another', keys: 'A', onAct: onChooseAnother }],
      });
    }
    const [only, ...more] = found;
    if (!only) rememberCollections('last-targets', workspace.id, []);
    else if (more.length === 0) onBatch(acts.add(only, asked), asked);
    else onBatch(acts.editMemberships({ add: found, remove: [], create: [] }, asked), asked);
  };
  return {
    label: `Add to ${namesText(targets.map((target) => current(target).name))} again`,
    run: () => void run(),
    enabled: enabled && targets.length > 0,
  };
}
