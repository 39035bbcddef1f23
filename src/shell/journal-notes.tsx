import { useJournalState } from '~/batches/use-batches';

const WHY = {
  'no-storage': 'This browser keeps nothing for Vitrine.',
  'no-locks': 'This page is not opened over a secure connection.',
} as const;

/** What must be known about what waits: whether it outlives the tab, and what another version wrote down. */
export function JournalNotes() {
  const { notKept, unreadable } = useJournalState();
  if (!notKept && unreadable.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 px-4 pb-2 text-xs text-muted">
      {notKept && <p>{WHY[notKept]} Closing this tab loses what has not been sent yet.</p>}
      {unreadable.map(({ id, title }) => (
        <p key={id}>{`${title}: written down by a newer version of Vitrine, which will go on with it.`}</p>
      ))}
    </div>
  );
}
