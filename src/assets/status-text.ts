import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { AssetSummary } from '~/api/asset-summary';
import { countOf, formatBytes, formatCount } from '~/ui/format-facts';
import { activeFilters } from './asset-filters';
import { assetMatcher } from './asset-matcher';
import { withLeftOut } from './left-out-text';
import type { SelectionMeasure } from './selection/measure-selected';
import type { PlaceSelection } from './selection/selection-store';
import { sizeOf } from './size-of';
import type { AssetPlace } from './use-asset-place';

/** How many are selected, and their bytes in words. Follows the selection. */
export function useSelected(selection: PlaceSelection<AssetSummary>): { count: number; detail: string } {
  useStore(selection.store, (state) => state.selected);
  const measure = selection.measure(sizeOf);
  return { count: measure.count, detail: bytesText(measure) };
}

/** `312 shown of 4,812 · 87 selected, 214 MB · 2 hidden by the filter`. Follows the selection. */
export function useStatusText(place: AssetPlace): string {
  const { items, listing, total, selection, filters, search } = place;
  const selected = useStore(selection.store, (state) => state.selected);
  const { hasMore } = listing;
  const { far, unshownCount } = selected;
  const out = useMemo(() => {
    // In a listing that is there to its end, what it does not show it does not have.
    if (!hasMore) return Number.POSITIVE_INFINITY;
    if (selection.filtersOf(far) === filters) return 0;
    const matches = assetMatcher(filters);
    let count = 0;
    for (const id of far) {
      const asset = selection.find(id);
      if (!asset || matches(asset) === false) count += 1;
    }
    return count;
  }, [far, hasMore, filters, selection]);
  const hidden = Math.min(out, unshownCount);
  const isNarrowed = activeFilters(filters).length > 0;
  const isFiltered = isNarrowed || search.selected === true;
  // Whether a text is found in the others only the workspace knows.
  const unseen = { hidden, isFiltered, elsewhere: filters.q === undefined ? 0 : unshownCount - hidden };
  // Not read yet, or not readable: how many there are nobody knows.
  if (listing.pages === undefined) return '';
  const measure = selection.measure(sizeOf);
  // They stay in sight when they are deselected.
  const held = measure.count === items.length ? 'selected' : 'selected before';
  const anyway = isNarrowed ? ', whatever the filter' : '';
  const shown =
    search.selected === true
      ? `Only the ${formatCount(items.length)} ${held}${anyway}`
      : withLeftOut(shownText(items.loaded, hasMore, total), listing);
  return statusText(shown, measure, unseen);
}

/** Adds what is selected to what is shown. */
export function statusText(
  shown: string,
  selected: SelectionMeasure,
  { hidden, isFiltered, elsewhere }: { hidden: number; isFiltered: boolean; elsewhere: number },
): string {
  const { count } = selected;
  if (count === 0) return shown;
  const bytes = bytesText(selected);
  const parts = [
    shown,
    `${formatCount(count)} selected${bytes && `, ${bytes}`}`,
    // Without a filter, what is not listed has just been taken out.
    hidden > 0 && `${formatCount(hidden)} ${isFiltered ? 'hidden by the filter' : 'no longer here'}`,
    // Whether the filter lets them in is not known before they are read.
    elsewhere > 0 && `${formatCount(elsewhere)} not shown so far`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** `214 MB`, `at least 214 MB` where some do not say how large they are; empty where none does. */
function bytesText({ sum, unknown }: Pick<SelectionMeasure, 'sum' | 'unknown'>): string {
  if (sum === 0) return '';
  return unknown > 0 ? `at least ${formatBytes(sum)}` : formatBytes(sum);
}

/** What is loaded against what there is; a total below what is already shown is known to be wrong. */
export function shownText(shown: number, hasMore: boolean, total: number | null | undefined): string {
  if (!hasMore) return countOf(shown, 'asset');
  if (total === null || total === undefined || total <= shown)
    return `${formatCount(shown)} shown, more to come`;
  return `${formatCount(shown)} shown of ${formatCount(total)}`;
}
