import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFirstPage } from './read-first-page';
import type { Workspace } from './workspace';

const KEY = ['list'];

/** A visit of a place whose list is answered after `ms`, or fails. */
function visit(given: {
  ms?: number;
  id?: string;
  cause?: 'enter' | 'stay';
  there?: boolean;
  fails?: boolean;
}) {
  const { ms = 60, id = 'local', cause = 'enter', there = false, fails = false } = given;
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  if (there) queryClient.setQueryData(KEY, { pages: ['before'], pageParams: [0] }, { updatedAt: 1 });
  const queryFn = async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    if (fails) throw new Error('lost');
    return 'now';
  };
  const reading = readFirstPage(
    { cause, context: { queryClient, workspace: { id } as Workspace } },
    { queryKey: KEY, queryFn, initialPageParam: 0 },
  );
  const pages = () => queryClient.getQueryData<{ pages: unknown[] }>(KEY)?.pages;
  return { reading, pages };
}

/** Whether it still waits after `ms` more. */
async function waitsAfter(ms: number, reading: Promise<void>): Promise<boolean> {
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([reading.then(() => false), Promise.resolve(true).then((still) => still)]);
}

describe('the first page of a place', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is waited for until the library answers', async () => {
    const { reading, pages } = visit({});
    expect(await waitsAfter(50, reading)).toBe(true);
    expect(await waitsAfter(20, reading)).toBe(false);
    expect(pages()).toEqual(['now']);
  });

  it('is not waited for longer than a moment, nor once it has failed', async () => {
    expect(await waitsAfter(101, visit({ ms: 5000 }).reading)).toBe(false);
    expect(await waitsAfter(70, visit({ fails: true }).reading)).toBe(false);
  });

  it.each([
    ['a far end', { id: 'studio' }],
    ['another search in the same place', { cause: 'stay' }],
    ['a place that has something to show', { there: true }],
  ] as const)('is read without waiting for %s', async (_, given) => {
    const { reading, pages } = visit(given);
    expect(await waitsAfter(0, reading)).toBe(false);
    await vi.advanceTimersByTimeAsync(70);
    expect(pages()).toEqual(['now']);
  });
});
