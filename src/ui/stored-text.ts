/** What this browser keeps, or undefined where storage is switched off. */
export function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    // With "block all cookies" the mere name `localStorage` throws.
    return undefined;
  }
}

/** A small text kept in this browser; undefined where there is none or where storage is switched off. */
export function readStoredText(key: string): string | undefined {
  return browserStorage()?.getItem(key) ?? undefined;
}

/**
 * What a kept text says in JSON; undefined where there is none, or it was cut short. Nothing is no error here: for one that
 * is thrown, also for one that is caught, Chromium parses the running script once more.
 */
export function parseStored(text: string | null | undefined): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps a small text in this browser; where that is refused, it holds until the page is left. */
export function writeStoredText(key: string, text: string): void {
  try {
    browserStorage()?.setItem(key, text);
  } catch {
    // A full storage: taste is not worth an error.
  }
}
