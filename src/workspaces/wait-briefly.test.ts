import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitBriefly } from './wait-briefly';
import type { Workspace } from './workspace';

const builtIn = { id: 'local' } as Workspace;
const far = { id: 'studio' } as Workspace;

/** Whether it still waits after `ms`. */
async function waitsAfter(ms: number, waiting: Promise<void>): Promise<boolean> {
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([waiting.then(() => false), Promise.resolve(true).then((still) => still)]);
}

describe('a place that is entered', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const never = new Promise<void>(() => undefined);

  it('waits for the library until it answers', async () => {
    const answer = new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
    const waiting = waitBriefly({ cause: 'enter', context: { workspace: builtIn } }, answer);
    expect(await waitsAfter(50, waiting)).toBe(true);
    expect(await waitsAfter(10, waiting)).toBe(false);
  });

  it('waits for a slow library no longer than a moment, and for one that fails not at all', async () => {
    const visit = { cause: 'enter', context: { workspace: builtIn } } as const;
    expect(await waitsAfter(101, waitBriefly(visit, never))).toBe(false);
    expect(await waitsAfter(0, waitBriefly(visit, Promise.reject(new Error('lost'))))).toBe(false);
  });

  it('waits neither for a far end, nor where only the search changed', async () => {
    expect(await waitsAfter(0, waitBriefly({ cause: 'enter', context: { workspace: far } }, never))).toBe(
      false,
    );
    expect(await waitsAfter(0, waitBriefly({ cause: 'stay', context: { workspace: builtIn } }, never))).toBe(
      false,
    );
  });
});
