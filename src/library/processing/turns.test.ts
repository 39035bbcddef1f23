import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTurns } from './turns';

it('never holds more than there is room for, keeps the order, and does what is too heavy alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ weight: fc.nat(15), fails: fc.boolean() })),
      fc.scheduler(),
      async (works, scheduler) => {
        const turn = createTurns(10);
        const begun: number[] = [];
        let held = 0;
        const ends = Promise.allSettled(
          works.map(({ weight, fails }, n) =>
            turn(weight, async () => {
              begun.push(n);
              held += Math.min(weight, 10);
              expect(held).toBeLessThanOrEqual(10);
              await scheduler.schedule(Promise.resolve());
              held -= Math.min(weight, 10);
              if (fails) throw new Error('broken');
              return n;
            }),
          ),
        );
        await scheduler.waitFor(ends);
        expect(begun).toEqual(works.map((_, n) => n));
        expect((await ends).map(({ status }) => status)).toEqual(
          works.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        );
      },
    ),
  );
});

it('does light work while other work is under way', async () => {
  const turn = createTurns(10);
  const log: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = turn(5, async () => {
    await held;
    log.push('first');
  });
  await turn(5, async () => log.push('beside it'));
  const heavy = turn(Number.POSITIVE_INFINITY, async () => log.push('alone'));
  release();
  await Promise.all([first, heavy]);
  expect(log).toEqual(['beside it', 'first', 'alone']);
});
