import type { BatchCost } from '~/batches/plan';
import { countOf, formatCount } from '~/ui/format-facts';

/** What an add will do, for its button: "Add 87 · 2 requests · 14 already in". */
export function costText({ toAdd, requests, alreadyIn }: BatchCost): string {
  const parts = [toAdd > 0 ? `Add ${formatCount(toAdd)}` : 'Nothing to add'];
  if (requests > 0) parts.push(countOf(requests, 'request'));
  if (alreadyIn > 0) parts.push(`${formatCount(alreadyIn)} already in`);
  return parts.join(' · ');
}
