import { Progress } from '~/ui/progress';
import type { ImportSession } from './import-state';
import { targetText } from './import-text';

/** Bar of a session: how many of the files found so far have come to an end. */
export function SessionProgress({ session, className }: { session: ImportSession; className?: string }) {
  const { counts, files } = session;
  const ended = counts.imported + counts.linked + counts.failed + counts.cancelled;
  return (
    <Progress
      label={`Import into ${targetText(session.target)}`}
      value={files.length === 0 ? null : ended}
      max={Math.max(1, files.length)}
      {...(className !== undefined && { className })}
    />
  );
}
