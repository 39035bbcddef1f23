import type { Fault, FaultRule } from '~/library/faults';

/** What goes wrong with requests, and with which. */
export type Wrong = FaultRule;

/** An answer as it stands: JSON, or a page where the body is text. */
export function answerWith(status: number, body?: unknown, headers: Record<string, string> = {}): Fault {
  return { type: 'answer', status, body, headers };
}
