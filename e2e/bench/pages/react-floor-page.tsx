import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { memo, StrictMode, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { COUNT, FloorLayout, pictureOf } from './floor-layout';

/**
 * The least a page of React, Query and Router can do to show the same pictures: a list that needs no reading, a window of it
 * drawn while it scrolls, nothing to select.
 */
function Grid() {
  const scroller = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [window, setWindow] = useState<readonly [number, number]>([0, -1]);
  const { data: layout } = useQuery({
    queryKey: ['floor', COUNT],
    queryFn: () => new FloorLayout(body.current?.clientWidth ?? 0),
    staleTime: Number.POSITIVE_INFINITY,
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !layout) return;
    const draw = () => {
      const next = layout.around(element.scrollTop, element.clientHeight);
      setWindow((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
    };
    draw();
    element.addEventListener('scroll', draw, { passive: true });
    return () => element.removeEventListener('scroll', draw);
  }, [layout]);

  const [from, to] = window;
  return (
    <main ref={scroller}>
      <div ref={body} style={{ height: layout?.height ?? 0 }}>
        {layout &&
          Array.from({ length: to - from + 1 }, (_, at) => (
            <Tile key={from + at} index={from + at} layout={layout} />
          ))}
      </div>
    </main>
  );
}

const Tile = memo(function Tile({ index, layout }: { index: number; layout: FloorLayout }) {
  return (
    <div data-index={index} aria-setsize={COUNT} style={{ ...layout.boxOf(index) }}>
      <img src={pictureOf(index)} decoding="async" alt="" />
    </div>
  );
});

const rootRoute = createRootRoute();
const page = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Grid });
const router = createRouter({ routeTree: rootRoute.addChildren([page]), basepath: location.pathname });

const root = document.querySelector('#root');
if (!root) throw new Error('react-floor.html has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
