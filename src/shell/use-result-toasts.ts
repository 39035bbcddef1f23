import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Batch, isSettled } from '~/batches/batch';
import { resultMessage } from '~/batches/batch-message';
import { createdCollectionId } from '~/batches/batch-outcome';
import type { WorkspaceBatches } from '~/batches/workspace-batches';
import { type ToastContent, toasts } from '~/ui/toasts';
import { showActivity } from './activity-store';

/** Results that have been told; the page of a workspace may be left and entered again. */
const told = new WeakSet<Batch>();

/** Says what became of every batch, with the ways on: undo, retry, show. */
export function useResultToasts(batches: WorkspaceBatches): void {
  const router = useRouter();
  useEffect(() => {
    const show = (collectionId: string) =>
      void router.navigate({ to: `/${batches.workspaceId}/collections/${encodeURIComponent(collectionId)}` });
    const tell = (batch: Batch) => {
      // The tab in which a person acted tells the result; the others only show it.
      if (batch.tab !== batches.tab || batch.dismissed || told.has(batch)) return;
      told.add(batch);
      const { text, detail } = resultMessage(batch);
      toasts.show(
        {
          text,
          ...(detail !== undefined && { detail }),
          tone: batch.state === 'failed' ? 'danger' : 'neutral',
          actions: actionsFor(batch, batches, show),
        },
        `batch-${batch.id}`,
      );
    };
    // This part is loaded after the first view: what has settled by then is told now.
    for (const batch of batches.store.getState().batches) if (isSettled(batch)) tell(batch);
    const stopTelling = batches.onSettled(tell);
    const stopLooking = batches.store.subscribe(({ batches: all }, before) => {
      if (all !== before.batches) for (const id of outdated(all)) toasts.dismiss(`batch-${id}`);
    });
    return () => {
      stopTelling();
      stopLooking();
    };
  }, [batches, router]);
}

/** What has been retried, dismissed or taken back: a message must not offer that again. */
function outdated(batches: readonly Batch[]): readonly string[] {
  return batches.flatMap(({ id, dismissed, inverseOf }) => [
    ...(dismissed ? [id] : []),
    ...(inverseOf === undefined ? [] : [inverseOf]),
  ]);
}

function actionsFor(
  batch: Batch,
  batches: WorkspaceBatches,
  show: (collectionId: string) => void,
): NonNullable<ToastContent['actions']> {
  const failed = batch.failures.length > 0;
  const unread = batch.failures.some(({ reason }) => reason === 'unread-members');
  const made = createdCollectionId(batch);
  return [
    ...(batch.done.length > 0 ? takeBack(batch, batches) : []),
    ...(unread
      ? [{ label: 'Delete anyway', onAct: () => void batches.retry(batch.id, { anyway: true }) }]
      : []),
    ...(failed && !unread ? [{ label: 'Retry', onAct: () => void batches.retry(batch.id) }] : []),
    ...(failed ? [{ label: 'Show', onAct: () => showActivity(true), stays: true }] : []),
    ...(made !== undefined && !failed ? [{ label: 'Show', onAct: () => show(made) }] : []),
  ];
}

function takeBack(batch: Batch, batches: WorkspaceBatches): NonNullable<ToastContent['actions']> {
  const { kind } = batch.intent;
  if (kind === 'delete-assets') return [];
  if (kind === 'undo')
    return [{ label: 'Redo', keys: 'Mod+Shift+Z', onAct: () => void batches.redo(batch.id) }];
  return [{ label: 'Undo', keys: 'Mod+Z', onAct: () => void batches.undo(batch.id) }];
}
