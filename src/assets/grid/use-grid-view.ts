import { useEffect, useEffectEvent, useState } from 'react';
import { type GridLayoutKind, type GridView, gridViewOf, storeTileSize } from './grid-view';

interface ViewSearch {
  layout?: GridLayoutKind | undefined;
  size?: number | undefined;
}

/** Milliseconds without a change after which a size is written to the address: browsers limit how often that may be. */
const PAUSE_MS = 250;

/** The view the address asks for, in the place's `usual` layout unless it names one; a size that is being changed is shown at once and written when it rests. */
export function useGridView(
  search: ViewSearch,
  onSearch: (change: ViewSearch, how: 'push' | 'replace') => void,
  usual: GridLayoutKind = 'justified',
): { view: GridView; onViewChange: (view: GridView) => void } {
  const [size, setSize] = useState<number>();
  const asked = gridViewOf({ ...search, layout: search.layout ?? usual });
  const view = size === undefined ? asked : { ...asked, size };

  const write = useEffectEvent((chosen: number) => {
    storeTileSize(chosen);
    setSize(undefined);
    onSearch({ size: chosen }, 'replace');
  });
  useEffect(() => {
    if (size === undefined) return undefined;
    const timer = setTimeout(() => write(size), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [size]);

  const onViewChange = (next: GridView) => {
    if (next.size !== view.size) setSize(next.size);
    if (next.layout !== view.layout)
      onSearch({ layout: next.layout === usual ? undefined : next.layout }, 'push');
  };
  return { view, onViewChange };
}
