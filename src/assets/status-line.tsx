import { useStore } from 'zustand';
import type { AssetSummary } from '~/api/asset-summary';
import { formatAssets, formatBytes, formatCount } from './format-facts';
import type { PlaceSelection } from './selection/selection-store';

interface StatusLineProps {
  shown: number;
  hasMore: boolean;
  /** Exact number of assets that match, where the workspace gives one. */
  total: number | null | undefined;
  selection: PlaceSelection<AssetSummary>;
}

const sizeOf = (asset: AssetSummary) => asset.size;

/** `312 shown of 4,812 · 87 selected, 214 MB · 2 hidden by the filter`. */
export function StatusLine({ shown, hasMore, total, selection }: StatusLineProps) {
  useStore(selection.store, (state) => state.selected);
  const { count, hidden, sum } = selection.measure(sizeOf);
  return (
    <p className="truncate text-xs text-muted tabular-nums">
      {shownText(shown, hasMore, total)}
      <span role="status">
        {count > 0 && (
          <span className="text-text">
            {` · ${formatCount(count)} selected`}
            {sum > 0 && `, ${formatBytes(sum)}`}
            {hidden > 0 && ` · ${formatCount(hidden)} hidden by the filter`}
          </span>
        )}
      </span>
    </p>
  );
}

/** What is loaded against what there is; a total below what is already shown is known to be wrong. */
export function shownText(shown: number, hasMore: boolean, total: number | null | undefined): string {
  if (!hasMore) return formatAssets(shown);
  if (total === null || total === undefined || total <= shown)
    return `${formatCount(shown)} shown, more to come`;
  return `${formatCount(shown)} shown of ${formatCount(total)}`;
}
