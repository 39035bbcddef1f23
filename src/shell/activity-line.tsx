import { ChevronUp, X } from 'lucide-react';
import { useStore } from 'zustand';
import { type Batch, isSettled } from '~/batches/batch';
import { progressMessage, resultMessage } from '~/batches/batch-message';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import { useBatches, useJournalState } from '~/batches/use-batches';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import { Progress } from '~/ui/progress';
import { activityStore, showActivity } from './activity-store';
import { useHoldText } from './use-hold-text';
import { useLasting } from './use-lasting';

/** One line for what is being done, what failed and what this version cannot go on with; no room while there is none. */
export function ActivityLine() {
  const all = useBatches();
  const running = useLasting(all.filter((batch) => !isSettled(batch)));
  const failed = all.filter(({ failures }) => failures.length > 0);
  const [first] = running;
  const last = failed.at(-1);
  const { unreadable } = useJournalState();
  const [unread] = unreadable;
  if (!first && !last && !unread) return null;
  const more = running.length + failed.length + unreadable.length - 1;
  return (
    <section aria-label="Activity" className="activity-line shrink-0 border-t border-line bg-surface">
      {first && (
        <Progress
          label={progressMessage(first).text}
          value={first.progress.settled}
          max={first.progress.total}
        />
      )}
      <div className="flex h-9 items-center gap-2 px-4 text-xs text-muted">
        {first && <Running batch={first} />}
        {!first && last && <Failed batch={last} />}
        {!first && !last && unread && (
          <p className="min-w-0 flex-1 truncate">
            <span className="text-text">{unread.title}</span> · waits for a newer version of Vitrine
          </p>
        )}
        <MoreButton more={more} />
      </div>
    </section>
  );
}

function Running({ batch }: { batch: Batch }) {
  const batches = useWorkspaceBatches();
  const { text, detail } = progressMessage(batch);
  const hold = useHoldText(batch);
  return (
    <>
      <p className="min-w-0 flex-1 truncate tabular-nums">
        <span className="text-text">{text}</span>
        {detail && ` · ${detail}`}
        {hold && ` · ${hold}`}
      </p>
      <IconButton
        name={`Cancel: ${text}`}
        icon={<X aria-hidden="true" size={14} />}
        onClick={() => batches.cancel(batch.id)}
      />
    </>
  );
}

function Failed({ batch }: { batch: Batch }) {
  const batches = useWorkspaceBatches();
  const { text, detail } = resultMessage(batch);
  return (
    <>
      <p className="min-w-0 flex-1 truncate">
        <span className="text-text">{text}</span>
        {detail && ` · ${detail}`}
      </p>
      <Button variant="ghost" onClick={() => void batches.retry(batch.id)}>
        Retry
      </Button>
      <IconButton
        name={`Dismiss: ${text}`}
        icon={<X aria-hidden="true" size={14} />}
        onClick={() => batches.dismiss(batch.id)}
      />
    </>
  );
}

function MoreButton({ more }: { more: number }) {
  const open = useStore(activityStore, (state) => state.open);
  return (
    <Button
      variant="ghost"
      aria-expanded={open}
      icon={<ChevronUp aria-hidden="true" size={14} className={open ? 'rotate-180' : undefined} />}
      onClick={() => showActivity(!open)}
    >
      {more > 0 ? `${more} more` : 'Details'}
    </Button>
  );
}
