import { Hourglass } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from '~/ui/live-region';
import { useCountdown } from './use-countdown';

/** "Slowed by the service, 12 s": said once, counted down in sight alone. */
export function SlowedNote({ until }: { until: number }) {
  const seconds = useCountdown(until);
  useEffect(() => announce('Slowed by the service'), []);
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1.5 text-text tabular-nums">
      <Hourglass aria-hidden="true" size={14} />
      Slowed by the service, {seconds} s
    </span>
  );
}
