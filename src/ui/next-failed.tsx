import { useEffect, useEffectEvent } from 'react';
import { Button } from './button';

interface NextFailedProps {
  /** What is listed: "assets". */
  what: string;
  onRetry: () => void;
}

/** Stands below a listing whose next page could not be read; asks for it again also when the network is back. */
export function NextFailed({ what, onRetry }: NextFailedProps) {
  const again = useEffectEvent(onRetry);
  useEffect(() => {
    const back = () => again();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, []);
  return (
    <div role="alert" className="flex items-center justify-center gap-3 p-4 text-sm text-muted">
      The next {what} could not be read.
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
