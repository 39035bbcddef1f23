import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '~/api/api-error';
import { readPatiently } from './read-patiently';

const { signal } = new AbortController();
const failing = (...errors: ApiError[]) => {
  const read = vi.fn<() => Promise<string>>();
  for (const error of errors) read.mockRejectedValueOnce(error);
  return read.mockResolvedValue('page');
};

describe('one read of many', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks again where the answer was lost, but not for ever', async () => {
    const lost = new ApiError('unreachable', 'No answer');
    const answer = readPatiently(failing(lost, lost), signal);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await answer).toBe('page');
    const never = readPatiently(failing(lost, lost, lost, lost), signal).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await never).toBe(lost);
  });

  it('takes a refusal for an answer', async () => {
    const refused = new ApiError('forbidden', 'Not yours');
    const read = failing(refused);
    await expect(readPatiently(read, signal)).rejects.toBe(refused);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('stops waiting when it is called off', async () => {
    const own = new AbortController();
    const busy = new ApiError('unavailable', 'Later', { retryAfterMs: 60_000 });
    const answer = readPatiently(failing(busy), own.signal).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(1000);
    own.abort();
    expect(await answer).toMatchObject({ name: 'AbortError' });
  });
});
