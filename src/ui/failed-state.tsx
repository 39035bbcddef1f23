import RotateCw from 'lucide-react/icons/rotate-cw';
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import type { ReactNode } from 'react';
import { Button } from './button';

interface FailedStateProps {
  /** What could not be done: "The collections could not be read". */
  title: string;
  /** Why, in the words of the far end. */
  reason?: ReactNode;
  onRetry?: () => void;
  /** Further ways out, after Retry. */
  action?: ReactNode;
}

/** What a place says when reading failed: what, why, and the next step. */
export function FailedState({ title, reason, onRetry, action }: FailedStateProps) {
  return (
    <div role="alert" className="m-auto flex max-w-96 flex-col items-start gap-1 px-6 py-12">
      <TriangleAlert aria-hidden="true" size={24} className="mb-2 text-danger" />
      <h2 className="text-lg font-medium text-balance">{title}</h2>
      {reason && <p className="text-sm text-muted text-pretty wrap-anywhere">{reason}</p>}
      {(onRetry || action) && (
        <div className="mt-3 flex flex-wrap gap-2">
          {onRetry && (
            <Button icon={<RotateCw aria-hidden="true" size={16} />} onClick={onRetry}>
              Try again
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  );
}
