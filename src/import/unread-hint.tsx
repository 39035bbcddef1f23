import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { countOf } from '~/ui/format-facts';
import { toasts } from '~/ui/toasts';
import { useWorkspace } from '~/workspaces/use-workspace';
import type { UnreadFiles } from './unread-files';
import { unreadQuery } from './unread-query';
import { useLeftNotes } from './use-imports';

interface UnreadHintProps {
  onShow: () => void;
  /** The files are listed on this page. */
  quiet: boolean;
}

/** Tells wherever one is, once in each tab, that a tab was closed before it had read its files. */
export function UnreadHint({ onShow, quiet }: UnreadHintProps) {
  const notes = useStore(useLeftNotes(), (state) => state.notes);
  return notes.map((note) => (
    <HintOfSession key={note.sessionId} note={note} onShow={onShow} quiet={quiet} />
  ));
}

function HintOfSession({ note, onShow, quiet }: UnreadHintProps & { note: UnreadFiles }) {
  const { data, isFetched } = useQuery(unreadQuery(useWorkspace(), note.sessionId));
  const told = useRef(false);
  const id = `unread-${note.sessionId}`;
  // Nothing is said to be missing before it was looked for. Where that fails, all of it is.
  const left = data === undefined ? note : data;
  const total = isFetched && !quiet ? (left?.total ?? 0) : 0;
  const target = left?.target ?? 'the library';
  useEffect(() => {
    if (quiet) told.current = true;
    if (total === 0) toasts.dismiss(id);
    else if (!told.current || toasts.isShown(id)) {
      told.current = true;
      toasts.show(
        {
          text: `${countOf(total, 'file')} not read`,
          detail: `A tab was closed before ${total === 1 ? 'it was' : 'they were'} in ${target}.`,
          actions: [{ label: 'Show', onAct: onShow }],
          duration: null,
        },
        id,
      );
    }
  }, [id, total, target, quiet, onShow]);
  useEffect(() => () => toasts.dismiss(id), [id]);
  return null;
}
