/** A small text kept in this browser; undefined where there is none or where storage is switched off. */
export function readStoredText(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    // With "block all cookies" the mere name `localStorage` throws.
    return undefined;
  }
}

/** Keeps a small text in this browser; where that is refused, it holds until the page is left. */
export function writeStoredText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Taste is not worth an error.
  }
}
