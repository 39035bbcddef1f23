import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from './kbd';

const DELAY_MS = 500;
/** After one tooltip was seen, its neighbours show at once for this long. */
const WARM_MS = 300;
const GAP_PX = 6;

interface Shown {
  target: Element;
  text: string;
  keys: string | undefined;
}

/** Shows the tooltip of whatever element under the pointer or focus carries `tooltip(…)`. Mount once. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer = 0;
    let lastHidden = 0;
    let current: Element | null = null;

    const show = (target: Element) => {
      const text = target.getAttribute('data-tooltip');
      if (text === null || !target.isConnected) return;
      setShown({ target, text, keys: target.getAttribute('data-tooltip-keys') ?? undefined });
    };
    const hide = () => {
      clearTimeout(timer);
      if (current) lastHidden = performance.now();
      current = null;
      setShown(null);
    };
    const aim = (event: Event, delay: number) => {
      const target = event.target instanceof Element ? event.target.closest('[data-tooltip]') : null;
      if (target === current) return;
      hide();
      if (!target) return;
      current = target;
      timer = window.setTimeout(() => show(target), delay);
    };
    const onPointerOver = (event: PointerEvent) => {
      // The tooltip itself may be hovered (WCAG 1.4.13).
      if (
        event.pointerType !== 'mouse' ||
        (event.target instanceof Node && box.current?.contains(event.target))
      )
        return;
      aim(event, performance.now() - lastHidden < WARM_MS ? 0 : DELAY_MS);
    };
    const onFocusIn = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) aim(event, DELAY_MS);
    };

    const off = new AbortController();
    const options = { capture: true, passive: true, signal: off.signal };
    document.addEventListener('pointerover', onPointerOver, options);
    document.addEventListener('focusin', onFocusIn, options);
    for (const name of ['focusout', 'pointerdown', 'keydown', 'scroll', 'wheel'])
      document.addEventListener(name, hide, options);
    return () => {
      off.abort();
      clearTimeout(timer);
    };
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !shown) return;
    // Above dialogs and drawers, wherever they stack.
    element.showPopover?.();
    const anchor = shown.target.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const below = anchor.bottom + GAP_PX;
    const top = below + height > window.innerHeight ? anchor.top - GAP_PX - height : below;
    const left = anchor.left + anchor.width / 2 - width / 2;
    element.style.top = `${Math.max(4, top)}px`;
    element.style.left = `${Math.min(Math.max(4, left), window.innerWidth - width - 4)}px`;
  }, [shown]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      popover="manual"
      aria-hidden="true"
      className="pointer-events-auto fixed inset-auto m-0 flex max-w-72 items-center gap-2 rounded bg-tooltip px-2 py-1 text-xs text-on-tooltip forced-colors:border"
    >
      {shown.text}
      {shown.keys && <Kbd keys={shown.keys} plain />}
    </div>
  );
}
