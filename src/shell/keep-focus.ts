import type { AnyRouter } from '@tanstack/react-router';

const STOPS = 'a[href],button:not(:disabled),input:not(:disabled),select,[tabindex="0"]';

/**
 * The keyboard is never nowhere. What has it may leave the document (a button that has done its work, a page that gives
 * way to the next): then it goes to what is nearest, or to the grid or the heading of the place. Another place is
 * begun at its heading, unless its grid has taken the keyboard back to the tile it was on. `isElsewhere`: a person has
 * gone to another place before this began. Returns how to stop.
 */
export function keepFocus(router: AnyRouter, isElsewhere: boolean): () => void {
  /** What has the keyboard, and everything it stands in; empty while a person has put it nowhere. */
  let path: Element[] = [];
  let frame = 0;
  /** On the way to another place: what leaves the document with the old one is no loss. */
  let isLeaving = false;
  const note = () => {
    path = ancestorsOf(document.activeElement);
  };
  const forget = () => {
    path = [];
  };
  /** Menus and dialogs give the focus back in a frame of their own: what they do goes first. */
  const afterOthers = (act: () => void) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(act);
    });
  };
  const look = () => {
    if (!isLeaving && path.length > 0 && isNowhere())
      afterOthers(() => isNowhere() && refugeOf(path)?.focus());
  };
  const begin = () =>
    afterOthers(() => {
      isLeaving = false;
      const { activeElement } = document;
      if (isNowhere() || !activeElement?.closest('main,[role=dialog]')) beginningOf(path)?.focus();
    });

  note();
  if (isElsewhere) begin();
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['inert', 'disabled'] });
  document.addEventListener('focusin', note);
  document.addEventListener('pointerdown', forget, true);
  const stopListening = [
    router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
      if (!pathChanged) return;
      isLeaving = true;
      cancelAnimationFrame(frame);
    }),
    router.subscribe('onRendered', ({ pathChanged }) => {
      if (pathChanged) begin();
      else isLeaving = false;
    }),
  ];
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    document.removeEventListener('focusin', note);
    document.removeEventListener('pointerdown', forget, true);
    for (const stop of stopListening) stop();
  };
}

const isNowhere = () => document.activeElement === document.body || document.activeElement === null;

function ancestorsOf(element: Element | null): Element[] {
  const path: Element[] = [];
  for (let one = element; one && one !== document.body; one = one.parentElement) path.push(one);
  return path;
}

/** The first stop in the nearest thing that is left of where the keyboard was, inside its page. */
function refugeOf(path: readonly Element[]): HTMLElement | null {
  if (path[0]?.tagName === 'H1' || cameByTab(path)) return beginningOf(path);
  for (const around of path.slice(1)) {
    if (around.querySelector('main') || around.tagName === 'MAIN') break;
    const stop = around.isConnected && [...around.querySelectorAll<HTMLElement>(STOPS)].find(isStop);
    if (stop) return stop;
  }
  return document.querySelector<HTMLElement>('main :is(ul,[role=listbox]) [tabindex="0"]') ?? heading();
}

/** Where the keyboard begins in another place: a tab leads to the tab that is now open. */
function beginningOf(path: readonly Element[]): HTMLElement | null {
  const tab = cameByTab(path) && document.querySelector<HTMLElement>('main nav [aria-current]');
  return tab || heading();
}

function cameByTab(path: readonly Element[]): boolean {
  return path.some(({ tagName }) => tagName === 'NAV') && path.some(({ tagName }) => tagName === 'MAIN');
}

function heading(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  found?.setAttribute('tabindex', '-1');
  return found;
}

const isStop = (element: HTMLElement) =>
  element.tabIndex >= 0 && !element.closest('[inert]') && element.getClientRects().length > 0;
