import { ViewControls } from '~/assets/grid/view-controls';
import { SelectionControls } from '~/assets/selection/selection-controls';
import type { ModelPlace } from './use-model-place';

/** The controls at the end of the status line of a place that shows models. */
export function ModelStatusControls({ place }: { place: ModelPlace }) {
  return (
    <>
      <SelectionControls
        selection={place.selection}
        hasMore={place.listing.hasMore}
        total={undefined}
        selectAllMatching={place.all.selectAllMatching}
      />
      <ViewControls view={place.view} onViewChange={place.onViewChange} layouts={['square', 'list']} />
    </>
  );
}
