import type { Page } from '@playwright/test';

/** Runs an action of the page; its own work meanwhile, in milliseconds of its thread. */
export type MeasureThread = (act: () => Promise<void>) => Promise<number>;

/** Counts script, style and layout, and not what the machine does beside. */
export async function createThreadMeasure(page: Page): Promise<MeasureThread> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  return async (act) => {
    const before = await read();
    await act();
    return ((await read()) - before) * 1000;
  };
}
