import { useEffect, useState } from 'react';
import type { Batch } from '~/batches/batch';

/** Milliseconds after which an act is worth a line: shorter ones would only flicker. */
const WORTH_A_LINE = 400;

/** The batches that have been going on for a while. */
export function useLasting(batches: readonly Batch[]): readonly Batch[] {
  const [now, setNow] = useState(() => Date.now());
  const youngest = Math.max(0, ...batches.map(({ createdAt }) => createdAt));
  useEffect(() => {
    if (youngest === 0) return undefined;
    const at = youngest + WORTH_A_LINE;
    // A timer and the clock need not agree: by the clock it may be a moment too early.
    const timer = setTimeout(() => setNow(Math.max(at, Date.now())), Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  }, [youngest]);
  return batches.filter(({ createdAt }) => createdAt + WORTH_A_LINE <= now);
}
