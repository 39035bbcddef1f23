import { useStore } from 'zustand';
import type { AssetSummary } from '~/api/asset-summary';
import { formatAssets, formatBytes, formatCount } from './format-facts';
import type { Listing } from './grid/listing';
import type { PlaceSelection, SelectionMeasure } from './selection/selection-store';

interface StatusOptions {
  shown: number;
  listing: Pick<Listing<AssetSummary>, 'pages' | 'hasMore'>;
  /** Exact number of assets that match, where the workspace gives one. */
  total: number | null | undefined;
  selection: PlaceSelection<AssetSummary>;
}

const sizeOf = (asset: AssetSummary) => asset.size;

/** How many are selected, and their bytes in words. Follows the selection. */
export function useSelected(selection: PlaceSelection<AssetSummary>): { count: number; detail: string } {
  useStore(selection.store, (state) => state.selected);
  const measure = selection.measure(sizeOf);
  return { count: measure.count, detail: bytesText(measure) };
}

/** `312 shown of 4,812 · 87 selected, 214 MB · 2 hidden by the filter`. Follows the selection. */
export function useStatusText({ shown, listing, total, selection }: StatusOptions): string {
  useStore(selection.store);
  // Not read yet, or not readable: how many there are nobody knows.
  if (listing.pages === undefined) return '';
  return statusText(shownText(shown, listing.hasMore, total), selection.measure(sizeOf));
}

/** Adds what is selected to what is shown. */
export function statusText(shown: string, selected: SelectionMeasure): string {
  const { count, hidden } = selected;
  if (count === 0) return shown;
  const bytes = bytesText(selected);
  const unseen = hidden > 0 ? ` · ${formatCount(hidden)} hidden by the filter` : '';
  return `${shown} · ${formatCount(count)} selected${bytes && `, ${bytes}`}${unseen}`;
}

/** `214 MB`, `at least 214 MB` where some do not say how large they are; empty where none does. */
function bytesText({ sum, unknown }: Pick<SelectionMeasure, 'sum' | 'unknown'>): string {
  if (sum === 0) return '';
  return unknown > 0 ? `at least ${formatBytes(sum)}` : formatBytes(sum);
}

/** What is loaded against what there is; a total below what is already shown is known to be wrong. */
export function shownText(shown: number, hasMore: boolean, total: number | null | undefined): string {
  if (!hasMore) return formatAssets(shown);
  if (total === null || total === undefined || total <= shown)
    return `${formatCount(shown)} shown, more to come`;
  return `${formatCount(shown)} shown of ${formatCount(total)}`;
}
