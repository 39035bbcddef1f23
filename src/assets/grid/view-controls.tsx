import { LayoutGrid, List, Rows3 } from 'lucide-react';
import { SegmentedControl } from '~/ui/segmented-control';
import { Slider } from '~/ui/slider';
import { type GridLayoutKind, type GridView, TILE_SIZE } from './grid-view';

const LAYOUTS = [
  { value: 'justified', label: 'Rows', icon: <Rows3 aria-hidden="true" size={14} /> },
  { value: 'square', label: 'Squares', icon: <LayoutGrid aria-hidden="true" size={14} /> },
  { value: 'list', label: 'List', icon: <List aria-hidden="true" size={14} /> },
] as const;

interface ViewControlsProps {
  /** Layouts to choose from; all unless told. */
  layouts?: readonly GridLayoutKind[];
  view: GridView;
  onViewChange: (view: GridView) => void;
}

/** How a grid is drawn: tile size and layout, for the end of a status line. */
export function ViewControls({ view, onViewChange, layouts }: ViewControlsProps) {
  return (
    <>
      {view.layout !== 'list' && (
        <Slider
          label="Tile size"
          className="max-sm:w-16"
          value={view.size}
          min={TILE_SIZE.min}
          max={TILE_SIZE.max}
          step={4}
          valueText={`${view.size} pixels`}
          onChange={(size) => onViewChange({ ...view, size })}
        />
      )}
      <SegmentedControl
        label="Layout"
        className="h-6!"
        value={view.layout}
        segments={LAYOUTS.filter(({ value }) => !layouts || layouts.includes(value))}
        onChange={(layout) => onViewChange({ ...view, layout })}
      />
    </>
  );
}
