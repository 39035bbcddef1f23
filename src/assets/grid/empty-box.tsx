import { memo } from 'react';
import type { Box } from './layout/grid-layout';

/** Stands where something is still to be read. */
export const EmptyBox = memo(function EmptyBox(box: Box) {
  return <div aria-hidden="true" className="absolute rounded-picture bg-surface" style={{ ...box }} />;
});
