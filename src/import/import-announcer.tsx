import { useEffect, useRef } from 'react';
import { announce } from '~/ui/live-region';
import { type ToastContent, toasts } from '~/ui/toasts';
import type { ImportSession } from './import-state';
import { announcementText, problemText, resultText } from './import-text';
import { useImportSessions } from './use-imports';

/** Milliseconds between two announcements of a session: often enough to know, rarely enough to hear anything else. */
const EVERY_MS = 10_000;

interface ImportAnnouncerProps {
  onShow: () => void;
  /** Speaks without messages, where the imports are in sight. */
  quiet: boolean;
}

/** Tells how imports go to those who do not look at them: spoken progress, a message at the end and at each stop. */
export function ImportAnnouncer({ onShow, quiet }: ImportAnnouncerProps) {
  const sessions = useImportSessions();
  const told = useRef(new Map<string, { at: number; stage: string }>());

  useEffect(() => {
    for (const session of sessions) {
      const stage = stageOf(session);
      const before = told.current.get(session.id);
      const now = Date.now();
      if (!before || before.stage !== stage) {
        told.current.set(session.id, { at: now, stage });
        // What was over before this page came into sight is no news.
        if (before) tell(session, quiet ? undefined : onShow);
      } else if (session.status === 'running' && now - before.at >= EVERY_MS) {
        before.at = now;
        announce(announcementText(session));
      }
    }
  }, [sessions, onShow, quiet]);

  return null;
}

function stageOf({ status, problem }: ImportSession): string {
  return `${status}:${problem?.kind ?? ''}`;
}

function tell(session: ImportSession, onShow: (() => void) | undefined): void {
  const problem = problemText(session);
  if (session.status === 'done') {
    show(
      session,
      { text: resultText(session), tone: session.counts.failed > 0 ? 'danger' : 'neutral' },
      onShow,
    );
  } else if (session.status === 'paused' && problem) {
    show(session, { text: problem.title, detail: problem.detail, tone: 'danger', duration: null }, onShow);
  } else if (session.status === 'running') {
    toasts.dismiss(session.id);
    announce(announcementText(session));
  }
}

function show(session: ImportSession, content: ToastContent, onShow: (() => void) | undefined): void {
  if (onShow) toasts.show({ ...content, actions: [{ label: 'Show', onAct: onShow }] }, session.id);
  else
    announce(
      [content.text, content.detail].filter(Boolean).join('. '),
      content.tone === 'danger' ? 'assertive' : 'polite',
    );
}
