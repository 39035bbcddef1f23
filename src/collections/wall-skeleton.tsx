import { useMemo, useRef } from 'react';
import { useViewport } from '~/assets/grid/use-viewport';
import { Skeleton } from '~/ui/skeleton';
import { CAPTION_PX, cardLayout } from './card-layout';

/** The layout of the wall while its first page is being read. */
export function WallSkeleton() {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { width } = useViewport(scroller, body);
  const layout = useMemo(() => cardLayout(width, 12), [width]);
  return (
    <div ref={scroller} aria-busy="true" className="min-h-0 flex-1 overflow-hidden [scrollbar-gutter:stable]">
      <span className="sr-only">Reading the collections</span>
      <div ref={body} className="relative m-4">
        {Array.from({ length: width === 0 ? 0 : 12 }, (_, index) => {
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
