import { useEffect, useEffectEvent } from 'react';

/** Least milliseconds between two looks: going to and fro between windows is no reason. */
const LEAST_MS = 10_000;

/** Looks every so often while the page is in sight, and when somebody comes back to it. */
export function useSlowLook(look: (signal: AbortSignal) => Promise<unknown>, everyMs: number): void {
  const run = useEffectEvent(look);
  useEffect(() => {
    const stop = new AbortController();
    let last = Date.now();
    const lookAfter = (least: number) => {
      if (document.visibilityState === 'hidden' || Date.now() - last < least) return;
      last = Date.now();
      // What could not be looked at now is looked at the next time.
      run(stop.signal).catch(() => undefined);
    };
    const onReturn = () => lookAfter(LEAST_MS);
    const timer = setInterval(() => lookAfter(everyMs - 1000), everyMs);
    addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      stop.abort();
      clearInterval(timer);
      removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [everyMs]);
}
