/**
 * How soon a request has its turn where not all can be sent at once: what a person has done, what they look at, what
 * they may look at next, what nobody waits for.
 */
export type RequestPriority = 'act' | 'visible' | 'ahead' | 'background';

export const PRIORITIES: readonly RequestPriority[] = ['act', 'visible', 'ahead', 'background'];

/** The more urgent of several. */
export function mostUrgent(priorities: readonly RequestPriority[]): RequestPriority {
  return PRIORITIES.find((one) => priorities.includes(one)) ?? 'background';
}
