import { ApiError, type ApiErrorKind } from '~/api/api-error';
import { FailedState } from '~/ui/failed-state';

interface ReadingFailedProps {
  /** What was to be read: "The assets". */
  what: string;
  error: unknown;
  onRetry: () => void;
}

const TITLES: Partial<Record<ApiErrorKind, string>> = {
  unreachable: 'The workspace did not answer',
  unauthorized: 'The workspace refused the key',
  forbidden: 'This is not yours to see',
  'rate-limited': 'The workspace asks for a pause',
};

const STEPS: Partial<Record<ApiErrorKind, string>> = {
  unreachable:
    'The network may be down, or the workspace may not allow this site. What was loaded before stays.',
  unauthorized: 'Check the key of this workspace in the settings.',
  'rate-limited': 'Too many requests in a minute. Try again in a moment.',
};

/** Why something could not be read, and what to do about it. */
export function ReadingFailed({ what, error, onRetry }: ReadingFailedProps) {
  const kind = error instanceof ApiError ? error.kind : undefined;
  const reason = error instanceof Error ? error.message : undefined;
  return (
    <FailedState
      title={(kind && TITLES[kind]) ?? `${what} could not be read`}
      reason={(kind && STEPS[kind]) ?? reason}
      onRetry={onRetry}
    />
  );
}
