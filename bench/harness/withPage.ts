import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { chromiumArguments, findChromium } from '../../e2e/chromium.js';
import { buildPage, toPageConfig } from './buildPage.js';

export async function withBrowser<T>(measure: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments, '--js-flags=--expose-gc'],
  });
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

/** Builds the page of a benchmark (`index.html` in `folder`) as a host would, and opens it in Chromium. */
export async function withPage(folder: URL, measure: (page: Page) => Promise<void>): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  await buildPage(folder, outDir);
  const server = await preview({
    ...toPageConfig(folder, outDir),
    preview: { port: 0, host: '127.0.0.1' },
  });
  try {
    const address = server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    await withBrowser(async (browser) => {
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(error));
      await page.goto(`http://127.0.0.1:${address.port}/`);
      await measure(page);
    });
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
