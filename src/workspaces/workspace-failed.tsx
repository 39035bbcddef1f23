import { Link } from '@tanstack/react-router';
import { buttonClass } from '~/ui/button-class';
import { FailedState } from '~/ui/failed-state';
import { describeFailure } from './describe-failure';

interface WorkspaceFailedProps {
  error: unknown;
  onRetry: () => void;
}

/** What a place says when its workspace did not give what was asked: which kind of failure, and the next step. */
export function WorkspaceFailed({ error, onRetry }: WorkspaceFailedProps) {
  const { title, reason, wayOn } = describeFailure(error);
  return (
    <FailedState
      title={title}
      reason={reason}
      onRetry={onRetry}
      action={
        wayOn && (
          <Link to={wayOn === 'settings' ? '/settings' : '/'} className={buttonClass()}>
            {wayOn === 'settings' ? 'Open settings' : 'Go to the collections'}
          </Link>
        )
      }
    />
  );
}
