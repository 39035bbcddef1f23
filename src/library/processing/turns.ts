/** Does the work when its turn has come and there is room for `weight`; rejects where the work does. */
export type Turns = <T>(weight: number, work: () => Promise<T>) => Promise<T>;

/** Work side by side, in the order in which it came, as long as its weights together are at most `most`; heavier work is done alone. */
export function createTurns(most: number): Turns {
  const waiting: { weight: number; begin: () => void }[] = [];
  let taken = 0;

  function next(): void {
    for (let first = waiting[0]; first && taken + first.weight <= most; first = waiting[0]) {
      waiting.shift();
      taken += first.weight;
      first.begin();
    }
  }

  return async (weight, work) => {
    const counted = Math.min(weight, most);
    await new Promise<void>((begin) => {
      waiting.push({ weight: counted, begin });
      next();
    });
    try {
      return await work();
    } finally {
      taken -= counted;
      next();
    }
  };
}
