import { useStore } from 'zustand';
import { withLeftOut } from '~/assets/left-out-text';
import { formatCount } from '~/ui/format-facts';
import { statusText } from '~/assets/status-text';
import type { ModelPlace } from './use-model-place';

const noBytes = () => 0;

/** "12 models · 3 selected · 1 hidden by the filter". Follows the selection. */
export function useModelStatusText({ listing, items, selection, search }: ModelPlace): string {
  useStore(selection.store);
  if (listing.pages === undefined) return '';
  const shown = withLeftOut(modelsText(items.length, listing.hasMore), listing);
  return statusText(shown, selection.measure(noBytes), {
    hidden: selection.store.getState().selected.unshownCount,
    isFiltered: search.q !== undefined || search.type !== undefined,
    elsewhere: 0,
  });
}

/** How many models are shown, and whether there are more. */
export function modelsText(shown: number, hasMore: boolean): string {
  const models = `${formatCount(shown)} ${shown === 1 ? 'model' : 'models'}`;
  return hasMore ? `${models} shown, more to come` : models;
}
