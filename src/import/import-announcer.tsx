import { useEffect, useRef } from 'react';
import { announce } from '~/ui/live-region';
import { toasts } from '~/ui/toasts';
import type { ImportSession } from './import-state';
import { announcementText, problemText, resultText } from './import-text';
import { useImportSessions } from './use-imports';

/** Milliseconds between two announcements of a session: often enough to know, rarely enough to hear anything else. */
const EVERY_MS = 10_000;

/** Tells how imports go to those who do not look at them: spoken progress, a message at the end and at each stop. */
export function ImportAnnouncer({ onShow }: { onShow: () => void }) {
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
        if (before) tell(session, onShow);
      } else if (session.status === 'running' && now - before.at >= EVERY_MS) {
        before.at = now;
        announce(announcementText(session));
      }
    }
  }, [sessions, onShow]);

  return null;
}

function stageOf({ status, problem }: ImportSession): string {
  return `${status}:${problem?.kind ?? ''}`;
}

function tell(session: ImportSession, onShow: () => void): void {
  const problem = problemText(session);
  const actions = [{ label: 'Show', onAct: onShow }];
  if (session.status === 'done') {
    const { failed, imported, linked } = session.counts;
    const tone = failed > 0 ? 'danger' : 'neutral';
    toasts.show(
      { text: resultText(session), tone, ...(failed + imported + linked > 0 && { actions }) },
      session.id,
    );
  } else if (session.status === 'paused' && problem) {
    toasts.show(
      { text: problem.title, detail: problem.detail, tone: 'danger', actions, duration: null },
      session.id,
    );
  } else if (session.status === 'running') {
    toasts.dismiss(session.id);
    announce(announcementText(session));
  }
}
