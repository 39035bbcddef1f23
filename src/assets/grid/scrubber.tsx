import { clsx } from 'clsx';
import {
  memo,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { formatCount } from '~/ui/format-facts';
import type { GridSight } from './grid-sight';
import { rowAt } from './layout/grid-layout';
import { scrollToTop } from './use-viewport';

export interface ScrubberMark {
  readonly position: number;
  readonly text: string;
}

interface ScrubberProps extends GridSight {
  /** Positions worth naming, in order. */
  marks: readonly ScrubberMark[];
  /** What stands at a position, in words: a date, or its number. */
  textAt: (position: number) => string;
  /** Somebody is about to look: what marks need may be read now. */
  onNear: () => void;
}

/** Pixels between two marks at least: their words must not run into one another. */
const APART = 24;
const SMALLEST_THUMB = 28;
/** Milliseconds after scrolling in which its words stay up to date for assistive technology, and its thumb in sight on touch. */
const REST_MS = 1200;

/**
 * The place in the whole listing, in words and to drag, where a scrollbar stands else. Marks stand as far apart as there
 * is between them. While the grid scrolls nothing here is drawn anew: the thumb is moved by hand.
 */
export const Scrubber = memo(function Scrubber({
  layout,
  scroller,
  body,
  marks,
  textAt,
  onNear,
}: ScrubberProps) {
  const rail = useRef<HTMLDivElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  /** Where the pointer is, 0 at the upper end and 1 at the lower; undefined while it is elsewhere. */
  const [pointed, setPointed] = useState<number>();
  const [dragging, setDragging] = useState(false);
  const [rested, setRested] = useState({ position: 0, moving: false });
  const last = Math.max(0, layout.count - 1);
  const fits = height === 0 || layout.height <= height;

  const positionAtTop = () => {
    const view = scroller.current;
    if (!view || !body.current) return 0;
    const top = view.scrollTop - body.current.offsetTop;
    const isEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - 1;
    return isEnd ? last : Math.min(last, layout.rowStart(rowAt(layout, Math.max(0, top))));
  };
  const fractionOf = (position: number) => {
    const room = layout.height - height;
    return room > 0 ? Math.min(1, layout.box(Math.min(last, position)).top / room) : 0;
  };
  const scrollTo = (fraction: number) => {
    const view = scroller.current;
    if (view) scrollToTop(view, fraction * (view.scrollHeight - view.clientHeight));
  };

  const follow = useEffectEvent(() => {
    const view = scroller.current;
    if (!view || !thumb.current || !rail.current) return;
    const room = view.scrollHeight - view.clientHeight;
    const size = Math.max(
      SMALLEST_THUMB,
      (view.clientHeight / view.scrollHeight) * rail.current.clientHeight,
    );
    const way = (rail.current.clientHeight - size) * (room > 0 ? view.scrollTop / room : 0);
    thumb.current.style.height = `${size}px`;
    thumb.current.style.transform = `translateY(${way}px)`;
  });
  const rest = useEffectEvent(() => {
    setRested({ position: positionAtTop(), moving: false });
    // Not while it scrolls: marks are dozens of counts, and rows and pictures are read then.
    onNear();
  });
  const begin = useEffectEvent(() => {
    if (!rested.moving) setRested({ position: rested.position, moving: true });
  });
  useEffect(() => {
    const view = scroller.current;
    if (!view) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      follow();
      if (timer === undefined) begin();
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        rest();
      }, REST_MS);
    };
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
    function measure() {
      setHeight(view?.clientHeight ?? 0);
      follow();
    }
    measure();
    observer?.observe(view);
    // Before the grid draws for the new place: read after that, it would be laid out once more.
    const early = { passive: true, capture: true };
    view.addEventListener('scroll', onScroll, early);
    return () => {
      clearTimeout(timer);
      observer?.disconnect();
      view.removeEventListener('scroll', onScroll, early);
    };
  }, [scroller]);
  useEffect(() => follow());

  const fractionAt = (event: PointerEvent) => {
    const box = rail.current?.getBoundingClientRect();
    return box ? Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) : 0;
  };
  const drag = (event: PointerEvent) => {
    const fraction = fractionAt(event);
    setPointed(fraction);
    scrollTo(fraction);
  };
  const step = (event: KeyboardEvent) => {
    const view = scroller.current;
    if (!view) return;
    const here = positionAtTop();
    const page = view.clientHeight * 0.9;
    const marked = marks.map(({ position }) => position);
    const to: Record<string, (() => void) | undefined> = {
      ArrowDown: () => view.scrollBy(0, page),
      ArrowRight: () => view.scrollBy(0, page),
      ArrowUp: () => view.scrollBy(0, -page),
      ArrowLeft: () => view.scrollBy(0, -page),
      PageDown: () => scrollTo(fractionOf(marked.find((position) => position > here) ?? last)),
      PageUp: () => scrollTo(fractionOf(marked.findLast((position) => position < here) ?? 0)),
      Home: () => scrollTo(0),
      End: () => scrollTo(1),
    };
    const go = to[event.key];
    if (!go || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    go();
    setRested({ position: positionAtTop(), moving: true });
  };

  if (fits) return <div ref={rail} hidden />;
  const shown = spread(
    marks.map((mark) => ({
      ...mark,
      top: Math.min(height - 10, Math.max(10, fractionOf(mark.position) * height)),
    })),
  );
  const pointedAt = dragging ? positionAtTop() : positionOfFraction(pointed ?? 0);
  return (
    <div
      ref={rail}
      role="slider"
      tabIndex={0}
      aria-label="Place in the listing"
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={layout.count}
      aria-valuenow={rested.position + 1}
      aria-valuetext={`${textAt(rested.position)}, ${formatCount(rested.position + 1)} of ${formatCount(layout.count)}`}
      className={clsx(
        'group/rail absolute inset-y-0 right-0 z-20 w-6 cursor-default touch-none select-none',
        !dragging &&
          !rested.moving &&
          'max-sm:pointer-events-none max-sm:opacity-0 max-sm:focus-visible:opacity-100',
      )}
      onPointerEnter={onNear}
      onFocus={onNear}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        drag(event);
      }}
      onPointerMove={(event) => (dragging ? drag(event) : setPointed(fractionAt(event)))}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
      onPointerLeave={() => setPointed(undefined)}
      onWheel={(event) => scroller.current?.scrollBy(0, event.deltaY)}
      onKeyDown={step}
    >
      {shown.map(({ position, text, top }, at) => (
        <div
          key={position}
          aria-hidden="true"
          className="absolute right-1.5 h-px w-2 bg-muted"
          style={{ top }}
        >
          {text !== shown[at - 1]?.text && (
            <span
              className={clsx(
                'absolute -top-2.5 right-5 rounded bg-raised px-1.5 text-xs text-muted whitespace-nowrap',
                'opacity-0 group-hover/rail:opacity-100 group-focus-visible/rail:opacity-100',
                dragging && 'opacity-100!',
              )}
            >
              {text}
            </span>
          )}
        </div>
      ))}
      <div
        ref={thumb}
        aria-hidden="true"
        className={clsx(
          'absolute right-1.5 top-0 w-1.5 rounded-control max-sm:w-2.5',
          dragging ? 'bg-accent' : 'bg-line-strong group-hover/rail:bg-muted',
        )}
      />
      {pointed !== undefined && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute right-7 z-10 -translate-y-1/2 rounded-control border border-line bg-raised px-2 py-1 text-sm whitespace-nowrap"
          style={{ top: `clamp(14px, ${pointed * 100}%, calc(100% - 14px))` }}
        >
          {textAt(pointedAt)}
        </div>
      )}
    </div>
  );

  function positionOfFraction(fraction: number): number {
    if (fraction >= 1) return last;
    return Math.min(last, layout.rowStart(rowAt(layout, fraction * Math.max(0, layout.height - height))));
  }
});

/** Marks far enough from one another to be read; of those too near the first stays. */
function spread<M extends { top: number }>(marks: readonly M[]): M[] {
  const shown: M[] = [];
  for (const mark of marks) if (mark.top - (shown.at(-1)?.top ?? -APART) >= APART) shown.push(mark);
  return shown;
}
