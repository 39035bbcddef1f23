import { createContext, type RefObject, useContext } from 'react';
import type { GridLayout } from './layout/grid-layout';

/** What stands beside a grid and moves through it needs to know of it. */
export interface GridSight {
  readonly layout: GridLayout;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly body: RefObject<HTMLElement | null>;
}

export const GridSightContext = createContext<GridSight | undefined>(undefined);

/** The grid that the caller stands beside. */
export function useGridSight(): GridSight | undefined {
  return useContext(GridSightContext);
}
