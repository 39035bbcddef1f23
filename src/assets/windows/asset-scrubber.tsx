import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useMemo, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { Workspace } from '~/workspaces/workspace';
import type { AssetFilters } from '../asset-filters';
import { formatCount } from '~/ui/format-facts';
import { useGridSight } from '../grid/grid-sight';
import type { ItemSequence } from '../grid/item-sequence';
import { Scrubber, type ScrubberMark } from '../grid/scrubber';
import { dateBetween, type DateMark, dateText } from './calendar-steps';
import { timelineQuery } from './timeline-query';
import { dateOf } from './window-queries';
import { dateFieldOf } from './window-start';

export interface AssetScrubberProps {
  workspace: Workspace;
  /** What is listed; undefined where it has no order of its own. */
  filters: AssetFilters | undefined;
  items: ItemSequence<AssetSummary>;
}

const NONE: readonly DateMark[] = [];
/** Marks by number, where the order has no dates. */
const NUMBERED = 8;

/** The scrubber of a listing of assets: it names dates, or numbers where the order has none. */
export const AssetScrubber = memo(function AssetScrubber(props: AssetScrubberProps) {
  const { workspace, filters, items } = props;
  const sight = useGridSight();
  const [near, setNear] = useState(false);
  const dated = filters && dateFieldOf(filters) !== undefined ? filters : undefined;
  const query = timelineQuery(workspace, dated ?? {}, items.length);
  const { data } = useQuery({ ...query, enabled: near && dated !== undefined });
  const known = data?.marks ?? NONE;
  const span = Math.abs((known[0]?.at ?? 0) - (known.at(-1)?.at ?? 0));

  const marks = useMemo(
    () => (dated ? dateMarks(known, span, dated.sort === 'oldest') : numberMarks(items.length)),
    [dated, known, span, items.length],
  );
  const textAt = useCallback(
    (position: number): string => {
      const item = items.itemAt(position);
      const at = dated && (item ? dateOf(dated, item) : dateBetween(known, position));
      return at === undefined ? formatCount(position + 1) : dateText(at, span, 'long');
    },
    [dated, known, span, items],
  );
  const onNear = useCallback(() => setNear(true), []);
  return sight && <Scrubber {...sight} marks={marks} textAt={textAt} onNear={onNear} />;
});

/** Each says what stands below it; the last of `known` is the end of the listing, below which nothing stands. */
function dateMarks(known: readonly DateMark[], span: number, ascends: boolean): ScrubberMark[] {
  return known.slice(0, -1).map(({ at, position }, index) => {
    const below = ascends || index === 0 ? at : at - 1;
    return { position, text: dateText(below, span, 'mark') };
  });
}

function numberMarks(count: number): ScrubberMark[] {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, count / NUMBERED)));
  const every = Math.ceil(count / NUMBERED / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil(count / every) - 1) }, (_, n) => {
    const position = (n + 1) * every;
    return { position, text: formatCount(position) };
  });
}
