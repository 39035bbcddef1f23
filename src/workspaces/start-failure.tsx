import { FailedState } from '~/ui/failed-state';
import { describeStartFailure } from './describe-start-failure';

interface StartFailureProps {
  /** Why the library did not start. */
  reason: string;
  /** What the browser said about it. */
  detail?: string | undefined;
}

/** The one screen there is when the built-in library cannot start and no other workspace is configured. */
export function StartFailure({ reason, detail }: StartFailureProps) {
  const { title, text } = describeStartFailure(reason);
  return (
    <main className="flex min-h-full p-4">
      <h1 className="sr-only">Vitrine</h1>
      <FailedState
        title={title}
        reason={detail ? `${text} (${detail})` : text}
        onRetry={() => location.reload()}
      />
    </main>
  );
}
