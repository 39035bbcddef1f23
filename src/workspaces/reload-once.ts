const KEY = 'vitrine.reloaded-chunk';
/** Milliseconds within which a second failure is no longer cured by a reload. */
const AGAIN_MS = 60_000;

/**
 * A chunk that cannot be loaded mostly means that the site was deployed anew: the page is reloaded, once a
 * minute at most, so that a host with a missing file shows its error instead of reloading for ever.
 */
export function reloadOnMissingChunk(): void {
  addEventListener('vite:preloadError', (event) => {
    try {
      const last = Number(sessionStorage.getItem(KEY) ?? 0);
      if (Date.now() - last < AGAIN_MS) return;
      sessionStorage.setItem(KEY, String(Date.now()));
    } catch {
      // Without a memory a reload could go round in circles.
      return;
    }
    event.preventDefault();
    location.reload();
  });
}
