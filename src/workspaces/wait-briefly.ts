import { BUILT_IN_ID, type Workspace } from './workspace';

/** Milliseconds that a place is held back for what it shows first: less than anybody notices. */
const MOST_MS = 100;

/** What a loader knows of why it runs: a place is entered, or another search is shown in it. */
interface Visit {
  cause: 'enter' | 'stay' | 'preload';
  context: { workspace: Workspace };
}

/**
 * Waits for the first answer of the built-in library, which is mostly there within a frame or two: a place that is
 * entered with it is drawn once, not empty and again. Nothing is waited for elsewhere. Never throws.
 */
export async function waitBriefly(visit: Visit, answer: Promise<unknown>): Promise<void> {
  if (visit.cause !== 'enter' || visit.context.workspace.id !== BUILT_IN_ID) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MOST_MS);
  });
  await Promise.race([answer.catch(() => undefined), enough]);
  clearTimeout(timer);
}
