import { startTransition, useEffect, useState } from 'react';
import { afterFirstView } from '~/ui/first-view';

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
    const callOff = afterFirstView(() => startTransition(settle));
    for (const type of FIRST_ACTS) addEventListener(type, settle, { capture: true, once: true });
    return () => {
      callOff();
      for (const type of FIRST_ACTS) removeEventListener(type, settle, { capture: true });
    };
  }, [isSettled]);
  return isSettled;
}
