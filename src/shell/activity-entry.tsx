import { useStore } from 'zustand';
import { type Batch, type BatchFailure, isSettled } from '~/batches/batch';
import { progressMessage, resultMessage } from '~/batches/batch-message';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import { Button } from '~/ui/button';
import { useHoldText } from './use-hold-text';

/** Names listed before "and 12 more". */
const NAMED = 5;

/** One batch in the panel: what it is, how far it is, what failed and why, and what can be done about it. */
export function ActivityEntry({ batch }: { batch: Batch }) {
  const settled = isSettled(batch);
  const { text, detail } = settled ? resultMessage(batch) : progressMessage(batch);
  const hold = useHoldText(batch);
  return (
    <li className="flex items-start gap-3 border-t border-line px-4 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">{text}</p>
        <p className="text-xs text-muted tabular-nums wrap-anywhere">
          {[detail, hold].filter(Boolean).join(' · ')}
        </p>
        {batch.failures.length > 0 && <FailureNames failures={batch.failures} />}
      </div>
      <div className="flex shrink-0 gap-1">
        {settled ? <SettledVerbs batch={batch} /> : <RunningVerbs batch={batch} />}
      </div>
    </li>
  );
}

function SettledVerbs({ batch }: { batch: Batch }) {
  const batches = useWorkspaceBatches();
  const canUndo = useStore(batches.undoStack, ({ undo }) => undo.includes(batch.id));
  const canRedo = useStore(batches.undoStack, ({ redo }) => redo.includes(batch.id));
  const unread = batch.failures.some(({ reason }) => reason === 'unread-members');
  return (
    <>
      {batch.failures.length > 0 && (
        <Button variant="ghost" onClick={() => void batches.retry(batch.id)}>
          Retry
        </Button>
      )}
      {unread && (
        <Button variant="ghost" onClick={() => void batches.retry(batch.id, { anyway: true })}>
          Delete anyway
        </Button>
      )}
      {canUndo && (
        <Button variant="ghost" onClick={() => void batches.undo(batch.id)}>
          Undo
        </Button>
      )}
      {canRedo && (
        <Button variant="ghost" onClick={() => void batches.redo(batch.id)}>
          Redo
        </Button>
      )}
      <Button variant="ghost" onClick={() => batches.dismiss(batch.id)}>
        Dismiss
      </Button>
    </>
  );
}

function RunningVerbs({ batch }: { batch: Batch }) {
  const batches = useWorkspaceBatches();
  // Asked for, it is so as soon as the request that is on its way is answered.
  const paused = batch.state === 'paused' || batch.wish === 'pause';
  return (
    <>
      <Button variant="ghost" onClick={() => (paused ? batches.resume(batch.id) : batches.pause(batch.id))}>
        {paused ? 'Resume' : 'Pause'}
      </Button>
      <Button variant="ghost" onClick={() => batches.cancel(batch.id)}>
        Cancel
      </Button>
    </>
  );
}

function FailureNames({ failures }: { failures: readonly BatchFailure[] }) {
  const names = failures.flatMap(({ change }) => [
    ...('assets' in change ? change.assets : []),
    ...('models' in change ? change.models : []),
  ]);
  if (names.length === 0) return null;
  const listed = names.slice(0, NAMED).map(({ name }) => name);
  const rest = names.length - listed.length;
  return (
    <p className="text-xs text-danger wrap-anywhere">
      {listed.join(', ')}
      {rest > 0 && ` and ${rest} more`}
    </p>
  );
}
