import { startTransition, useEffect, useState } from 'react';

/** Milliseconds: the first pictures of a view are there by then. */
const FIRST_VIEW = 1_500;
const FIRST_ACTS = ['pointerdown', 'keydown', 'dragenter', 'paste'] as const;

/**
 * False while the first view is being loaded, true from the first act of the person or after a moment. What nobody
 * needs before that is mounted then, so that its code does not compete with the first pictures.
 */
export function useWhenSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    if (isSettled) return undefined;
    const settle = () => setSettled(true);
    // Nobody waits for it then: drawn bit by bit, it takes no frame from somebody who scrolls already.
    const timer = setTimeout(() => startTransition(settle), FIRST_VIEW);
    for (const type of FIRST_ACTS) addEventListener(type, settle, { capture: true, once: true });
    return () => {
      clearTimeout(timer);
      for (const type of FIRST_ACTS) removeEventListener(type, settle, { capture: true });
    };
  }, [isSettled]);
  return isSettled;
}
