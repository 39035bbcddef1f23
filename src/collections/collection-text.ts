import type { Collection } from '~/contract/collection';
import { countOf } from '~/ui/format-facts';

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
