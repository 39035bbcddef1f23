import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
}

const MARK = 'bench-thread';
const TASK = 'ThreadControllerImpl::RunTask';
/** Comes after a task and is one with it: most of what React does is done here. */
const MICROTASKS = 'BlinkScheduler_OnTaskCompleted';
const CATEGORIES = ['toplevel', 'blink.user_timing', 'renderer.scheduler'];

/**
 * Watches the tasks of the page's main thread from now on; the function it gives ends that and answers the longest in
 * milliseconds of the thread's own time: what else runs on the machine does not count in it.
 */
export async function watchThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[])
      if ([MARK, TASK, MICROTASKS].includes(event.name)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await page.evaluate((mark) => performance.mark(mark), MARK);
  return async () => {
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const main = events.find(({ name }) => name === MARK);
    const own = events.filter(({ pid, tid, name }) => pid === main?.pid && tid === main.tid && name !== MARK);
    let [longest, task] = [0, 0];
    for (const { name, tdur = 0 } of own.sort((a, b) => a.ts - b.ts)) {
      task = name === TASK ? tdur : task + tdur;
      longest = Math.max(longest, task / 1000);
    }
    return longest;
  };
}
