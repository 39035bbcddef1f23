import type { Locks } from '~/batches/runner-lock';

/** Exclusive locks as a browser gives them to its tabs: in order, each until its holder lets go. */
export function createFakeLocks(): Locks {
  const lines = new Map<string, Promise<unknown>>();
  const hold = async (
    before: Promise<unknown> | undefined,
    name: string,
    { signal }: LockOptions,
    held: (lock: Lock) => unknown,
  ): Promise<unknown> => {
    await before?.catch(() => undefined);
    if (signal?.aborted) throw new DOMException('Given up', 'AbortError');
    return held({ name, mode: 'exclusive' });
  };
  const request = (
    name: string,
    options: LockOptions,
    held: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    if (options.ifAvailable && lines.has(name)) return Promise.resolve(held(null));
    // Whoever shares it stands in nobody's way for longer than a look.
    if (options.ifAvailable && options.mode === 'shared')
      return Promise.resolve(held({ name, mode: 'shared' }));
    const turn = hold(lines.get(name), name, options, held);
    lines.set(name, turn);
    const leave = () => void (lines.get(name) === turn && lines.delete(name));
    turn.then(leave, leave);
    return turn;
  };
  return { request: request as Locks['request'] };
}
