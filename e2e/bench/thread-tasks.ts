import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
}

const MARK = 'bench-thread';

/**
 * Watches the tasks of the page's main thread from now on; the function it gives ends that and answers the longest in
 * milliseconds of the thread's own time: what else runs on the machine does not count in it.
 */
export async function watchThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[])
      if (event.name === MARK || event.name.endsWith('RunTask')) events.push(event);
  });
  const includedCategories = ['toplevel', 'blink.user_timing'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await page.evaluate((mark) => performance.mark(mark), MARK);
  return async () => {
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const main = events.find(({ name }) => name === MARK);
    const own = events.filter(({ pid, tid }) => pid === main?.pid && tid === main.tid);
    return own.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
  };
}
