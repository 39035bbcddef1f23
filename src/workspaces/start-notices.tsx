import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';

/** Something the person should know about how Vitrine started; `reload` offers that as the next step. */
interface StartNotice {
  text: string;
  reload?: boolean;
}

const noticeStore = createStore<{ notices: readonly StartNotice[] }>(() => ({ notices: [] }));

/** Shows a notice until it is dismissed. The same text is shown once. */
export function addStartNotice(notice: StartNotice): void {
  noticeStore.setState(({ notices }) => ({
    notices: [...notices.filter(({ text }) => text !== notice.text), notice],
  }));
}

/** Notices about the start, over the page: a broken configuration, a library that could not start. */
export function StartNotices() {
  const notices = useStore(noticeStore, (state) => state.notices);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const shown = notices.filter(({ text }) => !dismissed.includes(text));
  if (shown.length === 0) return null;
  return (
    <section aria-label="Notices" className="fixed inset-x-3 top-3 z-40 mx-auto flex max-w-xl flex-col gap-2">
      {shown.map(({ text, reload }) => (
        <div
          key={text}
          role="alert"
          className="flex items-start gap-3 rounded bg-raised py-2 pr-2 pl-3 shadow-float forced-colors:border"
        >
          <TriangleAlert aria-hidden="true" size={16} className="mt-1.5 shrink-0 text-warning" />
          <p className="flex-1 py-1 text-sm wrap-anywhere">{text}</p>
          {reload && <Button onClick={() => location.reload()}>Reload</Button>}
          <IconButton
            name="Dismiss"
            icon={<X aria-hidden="true" size={14} />}
            onClick={() => setDismissed([...dismissed, text])}
          />
        </div>
      ))}
    </section>
  );
}
