import { Pause, Play, RotateCw, X } from 'lucide-react';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import { countRetryable, type ImportSession } from './import-state';
import { formatBytes, formatCount } from '~/ui/format-facts';
import { problemText, statusText, targetText } from './import-text';
import { SessionProgress } from './session-progress';
import { SessionReport } from './session-report';
import { ShowImported } from './show-imported';
import { useImports } from './use-imports';
import { useNow } from './use-now';

/** One act of importing: how far it is, what can be done about it, and what failed. */
export function SessionView({ session }: { session: ImportSession }) {
  const { status, bytes, skipped, counts, files } = session;
  const over = status === 'done';
  const now = useNow(session.waitingUntil !== undefined);
  const problem = problemText(session);
  return (
    <section
      aria-label={`Import into ${targetText(session.target)}, ${new Date(session.startedAt).toLocaleTimeString()}`}
      className="border-t border-line py-3"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-52 flex-1">
          <h3 className="text-base font-medium wrap-anywhere">Into {targetText(session.target)}</h3>
          <p className="text-sm text-muted tabular-nums">{statusText(session, now)}</p>
        </div>
        <SessionActions session={session} />
      </div>
      {!over && <SessionProgress session={session} className="mt-2" />}
      {problem && status === 'paused' && (
        <p role="alert" className="mt-2 text-sm">
          <span className="text-danger">{problem.title}.</span> {problem.detail}
        </p>
      )}
      <p className="mt-1 text-xs text-muted tabular-nums">
        {[
          !over && `${formatBytes(bytes.sent)} of ${formatBytes(bytes.found)} sent`,
          over && files.length > 0 && formatBytes(bytes.found),
          !over && counts.processing > 0 && `${formatCount(counts.processing)} being processed`,
          !over && counts.failed > 0 && `${formatCount(counts.failed)} failed`,
          skipped > 0 &&
            `${formatCount(skipped)} hidden or system ${skipped === 1 ? 'file' : 'files'} left out`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <SessionReport files={files} />
    </section>
  );
}

function SessionActions({ session }: { session: ImportSession }) {
  const imports = useImports();
  const { id, status, counts } = session;
  const retryable = countRetryable(session);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {status === 'running' && (
        <Button icon={<Pause aria-hidden="true" size={16} />} onClick={() => imports.pause(id)}>
          Pause
        </Button>
      )}
      {status === 'paused' && (
        <Button
          variant="primary"
          icon={<Play aria-hidden="true" size={16} />}
          onClick={() => imports.resume(id)}
        >
          Resume
        </Button>
      )}
      {(status === 'running' || status === 'paused') && (
        <Button icon={<X aria-hidden="true" size={16} />} onClick={() => imports.cancel(id)}>
          Cancel
        </Button>
      )}
      {retryable > 0 && counts.cancelled === 0 && status !== 'cancelling' && (
        <Button icon={<RotateCw aria-hidden="true" size={16} />} onClick={() => imports.retryFailed(id)}>
          Retry {formatCount(retryable)} failed
        </Button>
      )}
      {counts.imported + counts.linked > 0 && <ShowImported session={session} />}
      {status === 'done' && (
        <IconButton
          name="Take off the list"
          icon={<X aria-hidden="true" size={16} />}
          onClick={() => imports.dismiss(id)}
        />
      )}
    </div>
  );
}
