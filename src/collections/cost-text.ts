import type { BatchCost } from '~/batches/plan';
import { countOf, formatCount } from '~/ui/format-facts';

/** What an add will do, for its button: "Add 87 · 2 requests · 14 already in · 2 belong to another team". */
export function costText({ toAdd, requests, alreadyIn }: BatchCost, foreign = 0): string {
  const parts = [toAdd > 0 ? `Add ${formatCount(toAdd)}` : 'Nothing to add'];
  if (requests > 0) parts.push(countOf(requests, 'request'));
  if (alreadyIn > 0) parts.push(`${formatCount(alreadyIn)} already in`);
  if (foreign > 0) parts.push(foreignText(foreign));
  return parts.join(' · ');
}

/** "2 belong to another team". */
export function foreignText(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'belongs' : 'belong'} to another team`;
}
