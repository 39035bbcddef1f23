import { ViewControls } from './grid/view-controls';
import { SelectionControls } from './selection/selection-controls';
import type { AssetPlace } from './use-asset-place';

/** The controls at the end of the status line of a place that shows assets. */
export function StatusControls({ place }: { place: AssetPlace }) {
  const { selection, listing, total, all, search, onSearch, view, onViewChange } = place;
  return (
    <>
      {all && (
        <SelectionControls
          selection={selection}
          hasMore={listing.hasMore}
          total={total}
          selectAllMatching={all.selectAllMatching}
          only={search.selected === true}
          onOnly={(only) => onSearch({ selected: only || undefined })}
        />
      )}
      <ViewControls view={view} onViewChange={onViewChange} />
    </>
  );
}
