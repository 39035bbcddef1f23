import { describe, expect, it, vi } from 'vitest';
import { PictureQueue } from './picture-queue';

const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));

/** Tiles of 100 pixels, one below the other; `begun` lists those whose picture is being loaded, in that order. */
function tiles(queue: PictureQueue, numbers: readonly number[]) {
  const begun: number[] = [];
  const done = new Map<number, () => void>();
  const leave = new Map(
    numbers.map((number) => [
      number,
      queue.add({
        top: number * 100,
        height: 100,
        load: (finish) => {
          begun.push(number);
          done.set(number, finish);
        },
      }),
    ]),
  );
  return {
    begun,
    finish: (number: number) => done.get(number)?.(),
    leave: (number: number) => leave.get(number)?.(),
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('the pictures of a grid', () => {
  it('begin with the one in the middle of the view, a dozen at once', async () => {
    const queue = new PictureQueue();
    queue.move(1000, 500, 0);
    const { begun, finish } = tiles(queue, upTo(40));
    await settled();
    expect(begun.slice(0, 3)).toEqual([12, 11, 13]);
    expect(begun).toHaveLength(12);
    finish(12);
    await settled();
    expect(begun).toHaveLength(13);
  });

  it('follow the view, and forget what has left', async () => {
    const queue = new PictureQueue();
    queue.move(0, 500, 0);
    const { begun, leave } = tiles(queue, upTo(40));
    await settled();
    queue.move(3000, 500, 1000);
    for (const number of upTo(20)) leave(number);
    await settled();
    expect(begun[12]).toBe(32);
    expect(begun.slice(12).every((number) => number >= 20)).toBe(true);
  });

  it('wait until a flight is over', async () => {
    vi.useFakeTimers();
    const queue = new PictureQueue();
    queue.move(0, 500, 0);
    queue.move(800, 500, 50);
    const { begun } = tiles(queue, upTo(20));
    await settled();
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(begun).toHaveLength(12);
    vi.useRealTimers();
  });
});
