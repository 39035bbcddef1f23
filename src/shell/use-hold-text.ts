import type { Batch } from '~/batches/batch';
import { useCountdown } from './use-countdown';

/** What a batch waits for, with a countdown in seconds; undefined while it does not wait. */
export function useHoldText({ hold, state, wish }: Batch): string | undefined {
  const until = hold && 'until' in hold ? hold.until : undefined;
  const seconds = useCountdown(until);
  if (wish === 'take-back') return 'stops, then is undone';
  if (wish === 'cancel') return 'stops';
  if (state === 'paused' || (wish === 'pause' && hold)) return 'paused';
  if (wish === 'pause') return 'pauses after the request on its way';
  if (!hold) return undefined;
  if (hold.kind === 'order') return 'waits for an earlier act on the same collection';
  if (hold.kind === 'offline') return 'waits for the network';
  if (hold.kind === 'key') return 'waiting for the key';
  if (hold.kind === 'not-written') return `no room to write down what was done; trying again in ${seconds} s`;
  if (hold.kind === 'rate-limit') return `the workspace asks to wait ${seconds} s`;
  return `no answer; looking again in ${seconds} s`;
}
