import { hostAnswers } from './config';

const KEY = 'vitrine.reloaded-chunk';
/** Milliseconds within which a second failure is no longer cured by a reload. */
const AGAIN_MS = 60_000;

/**
 * A chunk that cannot be loaded mostly means that the site was deployed anew: the page is reloaded, once a
 * minute at most, so that a host with a missing file shows its error instead of reloading for ever. Where the host
 * does not answer, nothing is reloaded: that would leave the browser's own error page in place of the app.
 */
export function reloadOnMissingChunk(base: string): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    // The router knows this failure by the beginning of its text, and would reload whether or not there is a network.
    payload.message = `Not loaded: ${payload.message}`;
    if (navigator.onLine) void reloadWhereAnswered(base);
  });
}

async function reloadWhereAnswered(base: string): Promise<void> {
  try {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < AGAIN_MS || !(await hostAnswers(base))) return;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    // Without a memory a reload could go round in circles.
    return;
  }
  location.reload();
}
