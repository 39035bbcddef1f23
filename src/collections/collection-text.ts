import type { Collection } from '~/contract/collection';

const numbers = new Intl.NumberFormat('en');
const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

/** A number as the person's language groups it: "4,812". */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** "1 asset", "4,812 assets". */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** What is in a collection: "24 assets · 2 models"; models are named only where there are any. */
export function contentsOf({
  assetCount,
  modelCount,
}: Pick<Collection, 'assetCount' | 'modelCount'>): string {
  if (assetCount === 0 && modelCount === 0) return 'Empty';
  const parts = [];
  if (assetCount > 0) parts.push(countOf(assetCount, 'asset'));
  if (modelCount > 0) parts.push(countOf(modelCount, 'model'));
  return parts.join(' · ');
}

/** A day as people say it: "May 12, 2025". */
export function formatDay(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return days.format(date);
}
