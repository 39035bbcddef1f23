/** Space of this origin in the browser, in bytes. */
export interface StoredSpace {
  used: number;
  /** What the browser would still give; null where it does not say. */
  left: number | null;
  /** Whether the browser has promised not to clear it by itself; null where it does not say. */
  kept: boolean | null;
}

/** What is used, left and promised. A browser that does not tell gives zeros and nulls, never an error. */
export async function readStoredSpace(): Promise<StoredSpace> {
  const { storage } = globalThis.navigator;
  const estimate = (await storage?.estimate?.().catch(() => null)) ?? {};
  const kept = (await storage?.persisted?.().catch(() => null)) ?? null;
  const used = estimate.usage ?? 0;
  return { used, left: estimate.quota === undefined ? null : Math.max(0, estimate.quota - used), kept };
}

/** Asks the browser to keep what is stored. Firefox may ask the person, so nothing should wait for the answer. */
export async function askToKeep(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
