/** Milliseconds: the first pictures of a view are there by then. */
const FIRST_VIEW_MS = 1_500;
/** Milliseconds without scrolling after which frames are nobody's, and for how long that is waited for. */
const STILL_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Acts when the first view is there and stands still, so that nothing that is done then takes a frame from somebody
 * who scrolls already. Answers how to call it off.
 */
export function afterFirstView(act: () => void): () => void {
  const latest = performance.now() + LONGEST_MS;
  let scrolledAt = Number.NEGATIVE_INFINITY;
  const note = () => {
    scrolledAt = performance.now();
  };
  const look = () => {
    const left = Math.min(scrolledAt + STILL_MS, latest) - performance.now();
    if (left > 0) {
      timer = setTimeout(look, left);
      return;
    }
    stop();
    act();
  };
  let timer = setTimeout(look, FIRST_VIEW_MS);
  document.addEventListener('scroll', note, { capture: true, passive: true });
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener('scroll', note, { capture: true });
  };
  return stop;
}
