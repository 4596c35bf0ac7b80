import type { Browser, CDPSession, Page } from '@playwright/test';
import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sample } from '../harness/statistics.js';
import { countRounds, recordRequests, type RequestRecord } from './recordRequests.js';

/** A slow phone in the street. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
export const processorSlowdown = 4;

/** Opens a page of a browser that knows nothing of it, with `watchPage` in it. */
export async function openContext(
  browser: Browser,
): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const context = await browser.newContext();
  const source = readFileSync(fileURLToPath(new URL('watchPage.ts', import.meta.url)), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'iife' });
  await context.addInitScript({ content: code });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown });
  return { page, session };
}

/** The first visit of a page and, with what its cache has kept, the second one. */
export async function visitTwice(browser: Browser, url: string): Promise<Sample> {
  const { page, session } = await openContext(browser);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  const record = recordRequests(session);
  const cold = await visit(page, record, url, 'cold');
  record.clear();
  const warm = await visit(page, record, url, 'warm');
  await page.context().close();
  return { ...cold, ...warm };
}

async function visit(
  page: Page,
  record: RequestRecord,
  url: string,
  cache: 'cold' | 'warm',
): Promise<Sample> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.visitWatch.interactive !== null);
  const { firstRow, interactive, layoutShift } = await page.evaluate(() => window.visitWatch);
  if (firstRow === null || interactive === null) throw new Error('No row came.');
  const requests = record.list(firstRow);
  const data = requests.filter((request) => /\/(demo-)?api\//.test(request.url));
  return {
    [`first row, ${cache}`]: firstRow,
    [`interactive, ${cache}`]: interactive,
    [`requests, ${cache}`]: requests.length,
    [`rounds, ${cache}`]: countRounds(requests),
    [`rounds of data, ${cache}`]: countRounds(data),
    [`kB, ${cache}`]: requests.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
    [`layout shift, ${cache}`]: layoutShift,
  };
}
