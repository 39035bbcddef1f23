import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

type Urgency = 'polite' | 'assertive';

interface Announcement {
  text: string;
  /** Changes with every announcement, so that the same text is read again. */
  count: number;
}

const announcements = createStore<Record<Urgency, Announcement>>(() => ({
  polite: { text: '', count: 0 },
  assertive: { text: '', count: 0 },
}));

/** Has a screen reader say `text`: politely for results and counts, assertively for what failed. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  announcements.setState((state) => ({ [urgency]: { text, count: state[urgency].count + 1 } }));
}

/** The one place from which announcements are read. Mount once. */
export function LiveRegion() {
  const { polite, assertive } = useStore(announcements);
  return (
    <div className="sr-only">
      <div aria-live="polite" aria-atomic="true">
        {/* A trailing no-break space makes a repeated text a change. */}
        {polite.text + (polite.count % 2 ? '\u00a0' : '')}
      </div>
      <div aria-live="assertive" aria-atomic="true">
        {assertive.text + (assertive.count % 2 ? '\u00a0' : '')}
      </div>
    </div>
  );
}
