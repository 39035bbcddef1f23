import { useStore } from 'zustand';
import { Button } from '~/ui/button';
import { Progress } from '~/ui/progress';
import { formatCount } from '~/ui/format-facts';
import type { GridItem } from '../grid/item-sequence';
import type { PlaceSelection } from './selection-store';

interface SelectionControlsProps<T extends GridItem> {
  selection: PlaceSelection<T>;
  /** Not everything that matches is loaded. */
  hasMore: boolean;
  /** How many match, where known. */
  total: number | null | undefined;
  selectAllMatching: () => void;
  /** Whether only what is selected is shown; undefined where that is not offered. */
  only?: boolean | undefined;
  onOnly?: (only: boolean) => void;
}

/** What can be done about the selection as a whole, for a status line; how far reading it has come. */
export function SelectionControls<T extends GridItem>(props: SelectionControlsProps<T>) {
  const { selection, hasMore, total, selectAllMatching, only = false, onOnly } = props;
  const { size: count } = useStore(selection.store, (state) => state.selected);
  const progress = useStore(selection.work.progress);
  const known = total === null || total === undefined ? undefined : total;
  if (progress) {
    const of = progress.total === undefined ? '' : ` of ${formatCount(progress.total)}`;
    return (
      <>
        <span className="whitespace-nowrap tabular-nums">
          Selecting: {formatCount(progress.done)}
          {of}
        </span>
        <Progress
          label="Reading what matches"
          className="w-16 max-sm:hidden"
          value={progress.total === undefined ? null : Math.min(progress.done, progress.total)}
          max={progress.total ?? 1}
        />
        <Button variant="ghost" size="small" keys="Escape" onClick={() => selection.work.cancel()}>
          Cancel
        </Button>
      </>
    );
  }
  return (
    <>
      {hasMore && count > 0 && selection.isAllSelected() && (
        <Button variant="ghost" size="small" keys="Mod+A" onClick={selectAllMatching}>
          {known === undefined ? 'Select all that match' : `Select all ${formatCount(known)}`}
        </Button>
      )}
      {onOnly && (only || count > 0) && (
        <Button
          variant="ghost"
          size="small"
          keys="S"
          aria-pressed={only}
          // A narrow line has room for what is said; the command is found by its name.
          className={only ? '' : 'max-sm:hidden'}
          onClick={() => onOnly(!only)}
        >
          Selected only
        </Button>
      )}
    </>
  );
}
