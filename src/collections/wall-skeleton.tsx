import { useMemo, useRef } from 'react';
import { useViewport } from '~/assets/grid/use-viewport';
import { Skeleton } from '~/ui/skeleton';
import { CAPTION_PX, cardLayout } from './card-layout';

/** As many as a very large window shows. */
const MOST_CARDS = 120;

/** The layout of the wall while its first page is being read. */
export function WallSkeleton() {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { width, height } = useViewport(scroller, body);
  const layout = useMemo(() => cardLayout(width, MOST_CARDS), [width]);
  const rows = Math.ceil(height / layout.rowTop(1));
  const count = width === 0 ? 0 : Math.min(layout.rowStart(rows), MOST_CARDS);
  return (
    <div ref={scroller} aria-busy="true" className="min-h-0 flex-1 overflow-hidden [scrollbar-gutter:stable]">
      <span className="sr-only">Reading the collections</span>
      <div ref={body} className="relative m-4">
        {Array.from({ length: count }, (_, index) => {
          const { left, top, width, height } = layout.box(index);
          return (
            <div key={`${left},${top}`} className="absolute" style={{ left, top, width, height }}>
              <div style={{ height: height - CAPTION_PX }}>
                <Skeleton className="h-full" />
              </div>
              <Skeleton className="mt-2.5 h-3 w-3/5" />
            </div>
          );
        })}
      </div>
    </div>
  );
}
