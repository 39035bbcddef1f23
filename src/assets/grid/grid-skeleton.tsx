import type { GridView } from './grid-view';
import { LIST_ROW_HEIGHT } from './layout/list-rows';

/** Aspect ratios of an ordinary page, so that what is being read already looks like it. */
const SHAPES = [1.5, 0.75, 1, 1.78, 0.67, 1.33, 1, 1.5, 0.8, 1.78, 1, 0.75, 1.5, 1.2, 0.9, 1.6, 1, 0.7];

/** A window of small tiles has more; it is read before anybody counts them. */
const MOST_BOXES = 160;

/** The layout of a grid whose first page is still on its way. */
export function GridSkeleton({ view }: { view: GridView }) {
  const list = view.layout === 'list';
  const count = list
    ? Math.ceil(window.innerHeight / LIST_ROW_HEIGHT)
    : Math.ceil((window.innerWidth * window.innerHeight) / view.size ** 2);
  return (
    <div
      role="status"
      className="flex flex-1 flex-wrap content-start gap-1 overflow-hidden p-2 [scrollbar-gutter:stable]"
    >
      <span className="sr-only">Reading…</span>
      {Array.from({ length: Math.min(count, MOST_BOXES) }, (_, index) => {
        const shape = SHAPES[index % SHAPES.length] ?? 1;
        const width = list ? '100%' : Math.round(view.size * (view.layout === 'square' ? 1 : shape));
        const height = list ? LIST_ROW_HEIGHT - 4 : view.size;
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        return <span key={index} className="grow rounded-picture bg-hover" style={{ width, height }} />;
      })}
    </div>
  );
}
