import { ApiError } from '~/api/api-error';
import { FailedState } from '~/ui/failed-state';

interface CollectionsFailedProps {
  /** What was to be read. */
  what?: string;
  error: Error;
  onRetry: () => void;
}

/** Why collections or their members could not be read, and what to do about it. */
export function CollectionsFailed({ what = 'The collections', error, onRetry }: CollectionsFailedProps) {
  const unreachable = error instanceof ApiError && error.kind === 'unreachable';
  return (
    <FailedState
      title={unreachable ? 'The workspace did not answer' : `${what} could not be read`}
      reason={
        unreachable
          ? 'The network may be down, or the workspace may not allow this site.'
          : `It answered: ${error.message}`
      }
      onRetry={onRetry}
    />
  );
}
