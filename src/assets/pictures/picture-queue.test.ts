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
  it('begin with the one in the middle of the view, all of a view at once', async () => {
    const queue = new PictureQueue();
    queue.move(1000, 500, 0);
    const { begun, finish } = tiles(queue, upTo(120));
    await settled();
    expect(begun.slice(0, 3)).toEqual([12, 11, 13]);
    expect(begun).toHaveLength(96);
    finish(12);
    await settled();
    expect(begun).toHaveLength(97);
  });

  it('follow the view, and forget what has left', async () => {
    const queue = new PictureQueue();
    queue.move(0, 500, 0);
    const { begun, leave } = tiles(queue, upTo(140));
    await settled();
    queue.move(11_500, 500, 1000);
    for (const number of upTo(96)) leave(number);
    await settled();
    expect(begun[96]).toBe(117);
    expect(begun.slice(96).every((number) => number >= 96)).toBe(true);
  });

  it('are few at once while the view moves, and as many as before when it stands still', async () => {
    vi.useFakeTimers();
    const queue = new PictureQueue();
    queue.move(0, 500, 0);
    queue.move(20, 500, 16);
    const { begun } = tiles(queue, upTo(120));
    await settled();
    expect(begun).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(100);
    expect(begun).toHaveLength(96);
    vi.useRealTimers();
  });

  it('wait until a flight is over, though it slows down', async () => {
    vi.useFakeTimers();
    const queue = new PictureQueue();
    queue.move(0, 500, 0);
    queue.move(800, 500, 50);
    const { begun } = tiles(queue, upTo(120));
    await settled();
    expect(begun).toEqual([]);
    for (let at = 66; at < 182; at += 16) {
      queue.move(800 + (at - 50) / 4, 500, at);
      await vi.advanceTimersByTimeAsync(16);
    }
    expect(begun).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(100);
    expect(begun).toHaveLength(96);
    vi.useRealTimers();
  });
});
