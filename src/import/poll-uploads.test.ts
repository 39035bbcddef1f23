import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '~/api/api-error';
import type { UploadId } from '~/contract/ids';
import type { Upload } from '~/contract/upload';
import { createUploadPoller } from './poll-uploads';

const upload = (id: number, status = 'complete') => ({ id: `upload_${id}`, status }) as unknown as Upload;

/** A workspace in which the n-th upload ends after it was asked about `asks[n]` times. */
async function poll(asks: readonly number[], fail?: (request: number) => ApiError | undefined) {
  const left = new Map(asks.map((count, id) => [`upload_${id}`, count]));
  const ended: [number, string][] = [];
  let requests = 0;
  let most = 0;
  let waits = 0;
  let flying = 0;
  const poller = createUploadPoller({
    async read(id: UploadId) {
      requests += 1;
      flying += 1;
      most = Math.max(most, flying);
      await Promise.resolve();
      flying -= 1;
      const error = fail?.(requests);
      if (error) throw error;
      const rest = (left.get(id) ?? 0) - 1;
      left.set(id, rest);
      return { ...upload(0), id, status: rest > 0 ? 'validating' : 'imported' };
    },
    clock: { now: () => 0, wait: async () => void (waits += 1) },
    signal: new AbortController().signal,
    onEnded: async (wave) => {
      for (const one of wave) ended.push([one.index, one.upload.status]);
    },
  });
  await Promise.all(asks.map(async (_, index) => poller.add(index, upload(index))));
  return { ended, requests, most, waits, idle: poller.idle };
}

describe('createUploadPoller', () => {
  it('reports every upload once, however long each takes, never asking more than 8 at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 60 }), async (asks) => {
        const { ended, most, idle } = await poll(asks);
        expect(ended.map(([index]) => index).sort((a, b) => a - b)).toEqual(asks.map((_, index) => index));
        expect(most).toBeLessThanOrEqual(8);
        expect(idle).toBe(true);
      }),
    );
  });

  it('does not wait between rounds in which every one had ended', async () => {
    const { waits, requests } = await poll(Array.from({ length: 60 }, () => 1));
    expect(requests).toBe(60);
    // Only the first was there when the first round began.
    expect(waits).toBe(0);
  });

  it('asks about one that hangs ever less often while others pass it', async () => {
    const asks = [400, ...Array.from({ length: 40 }, () => 1)];
    const { ended } = await poll(asks);
    expect(ended.at(-1)?.[0]).toBe(0);
    expect(ended).toHaveLength(41);
  });

  it('survives lost answers', async () => {
    const { ended } = await poll([2, 2, 2], (request) =>
      request % 3 === 0 ? new ApiError('unreachable', 'no answer') : undefined,
    );
    expect(ended).toHaveLength(3);
    expect(ended.every(([, status]) => status === 'imported')).toBe(true);
  });

  it('gives up on a workspace that never answers again, and on an upload it no longer knows', async () => {
    const silent = await poll([1], () => new ApiError('unreachable', 'no answer'));
    expect(silent.ended).toEqual([[0, 'failed']]);
    const unknown = await poll([1], () => new ApiError('not-found', 'unknown upload'));
    expect(unknown.ended).toEqual([[0, 'failed']]);
  });
});
