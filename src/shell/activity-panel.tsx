import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useBatches } from '~/batches/use-batches';
import { IconButton } from '~/ui/icon-button';
import { ActivityEntry } from './activity-entry';
import { showActivity } from './activity-store';
import { JournalNotes } from './journal-notes';

/** Everything that runs, waits, failed or was done, newest first. Escape closes it. */
export function ActivityPanel() {
  const batches = useBatches().toReversed();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // The panel holds the focus so that Escape reaches it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={-1}
      aria-label="All activity"
      className="activity-panel flex max-h-[50vh] shrink-0 flex-col border-t border-line bg-surface outline-none"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        showActivity(false);
      }}
    >
      <header className="flex h-10 shrink-0 items-center justify-between px-4">
        <h2 className="text-sm font-medium">Activity</h2>
        <IconButton
          name="Close activity"
          icon={<X aria-hidden="true" size={14} />}
          onClick={() => showActivity(false)}
        />
      </header>
      <JournalNotes />
      {batches.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted">Nothing has been changed yet.</p>
      ) : (
        <ol className="min-h-0 overflow-y-auto pb-2">
          {batches.map((batch) => (
            <ActivityEntry key={batch.id} batch={batch} />
          ))}
        </ol>
      )}
    </section>
  );
}
