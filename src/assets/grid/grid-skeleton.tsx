import type { GridView } from './grid-view';
import { LIST_ROW_HEIGHT } from './layout/list-rows';

/** Aspect ratios of an ordinary page, so that what is being read already looks like it. */
const SHAPES = [1.5, 0.75, 1, 1.78, 0.67, 1.33, 1, 1.5, 0.8, 1.78, 1, 0.75, 1.5, 1.2, 0.9, 1.6, 1, 0.7];

/** The layout of a grid whose first page is still on its way. */
export function GridSkeleton({ view }: { view: GridView }) {
  const list = view.layout === 'list';
  return (
    <div
      role="status"
      className="flex flex-1 flex-wrap content-start gap-1 overflow-hidden p-2 [scrollbar-gutter:stable]"
    >
      <span className="sr-only">Reading…</span>
      {SHAPES.map((shape, index) => {
        const width = list ? '100%' : Math.round(view.size * (view.layout === 'square' ? 1 : shape));
        const height = list ? LIST_ROW_HEIGHT - 4 : view.size;
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        return <span key={index} className="grow rounded-picture bg-hover" style={{ width, height }} />;
      })}
    </div>
  );
}
