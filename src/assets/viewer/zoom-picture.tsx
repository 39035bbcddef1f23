import { clsx } from 'clsx';
import { type PointerEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { GROUND_CLASS, type Ground } from './ground';
import { FIT, panBy, placed, scaleOf, type Size, type Zoom, zoomAt } from './zoom';

interface ZoomPictureProps {
  asset: AssetSummary;
  /** Where the sharp picture is. */
  url: string;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  ground: Ground;
  /** A sideways stroke of a finger while all of the picture is seen: -1 back, 1 on. */
  onSwipe: (direction: -1 | 1) => void;
  onFailed: () => void;
}

/** Scale at which one pixel of the picture is one pixel of the screen. */
export const fullScale = () => 1 / (globalThis.devicePixelRatio || 1);
const CLICK_SLOP = 4;
const SWIPE = 60;

/**
 * A picture to look at closely: a click goes between all of it and its own pixels at that point, the wheel zooms at
 * the pointer, dragging pans. The thumbnail is there at once; the sharp picture lies over it when it is decoded.
 */
export function ZoomPicture({ asset, url, zoom, onZoom, ground, onSwipe, onFailed }: ZoomPictureProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  /** Its own measure, for pictures whose record has none. */
  const [natural, setNatural] = useState<Size>();
  const [sharp, setSharp] = useState(false);
  const drag = useRef<{ x: number; y: number; moved: number; dx: number }>(undefined);
  const picture = asset.width > 0 && asset.height > 0 ? asset : (natural ?? { width: 0, height: 0 });
  const full = fullScale();

  useLayoutEffect(() => {
    const measure = () =>
      setSize({ width: stage.current?.clientWidth ?? 0, height: stage.current?.clientHeight ?? 0 });
    measure();
    if (typeof ResizeObserver === 'undefined' || !stage.current) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, []);

  const at = (event: { clientX: number; clientY: number }) => {
    const box = stage.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const { x, y } = at(event);
    const to = scaleOf(zoom, size, picture, full) * Math.exp(-event.deltaY * 0.002);
    onZoom(zoomAt(zoom, size, picture, x, y, to, full));
  });
  useEffect(() => {
    const element = stage.current;
    // Not React's: its wheel listeners are passive and could not keep the page from zooming.
    const listen = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, moved: 0, dx: 0 };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    drag.current = {
      x: event.clientX,
      y: event.clientY,
      moved: from.moved + Math.abs(dx) + Math.abs(dy),
      dx: from.dx + dx,
    };
    onZoom(panBy(zoom, size, picture, dx, dy));
  };
  const onPointerUp = (event: PointerEvent) => {
    const done = drag.current;
    drag.current = undefined;
    if (!done) return;
    if (done.moved <= CLICK_SLOP) {
      const { x, y } = at(event);
      onZoom(zoom.scale === 'fit' ? zoomAt(zoom, size, picture, x, y, full, full) : FIT);
    } else if (event.pointerType === 'touch' && zoom.scale === 'fit' && Math.abs(done.dx) > SWIPE) {
      onSwipe(done.dx < 0 ? 1 : -1);
    }
  };

  const box = placed(zoom, size, picture, full);
  const layer = 'absolute inset-0 size-full select-none';
  return (
    <div
      ref={stage}
      className={clsx(
        'absolute inset-0 touch-none overflow-hidden',
        zoom.scale === 'fit' ? 'cursor-zoom-in' : 'cursor-grab',
      )}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = undefined;
      }}
    >
      <div className={clsx('absolute', GROUND_CLASS[ground])} style={box}>
        {asset.thumbnailUrl && !sharp && (
          <img src={asset.thumbnailUrl} alt="" draggable={false} className={clsx(layer, 'object-contain')} />
        )}
        <img
          src={url}
          alt={asset.name}
          draggable={false}
          className={clsx(
            layer,
            !sharp && 'opacity-0',
            zoom.scale !== 'fit' && zoom.scale >= 4 * full && '[image-rendering:pixelated]',
          )}
          onLoad={(event) => {
            const image = event.currentTarget;
            setNatural({ width: image.naturalWidth, height: image.naturalHeight });
            // Decoded first, so that the thumbnail is never followed by a blank frame.
            void image.decode().then(
              () => setSharp(true),
              () => setSharp(true),
            );
          }}
          onError={onFailed}
        />
      </div>
    </div>
  );
}
