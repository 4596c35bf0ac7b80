import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { chromiumArguments, findChromium } from '../../e2e/chromium.js';

/** Builds the page of a benchmark (`index.html` in `folder`) as a host would, and opens it in Chromium. */
export async function withPage(folder: URL, measure: (page: Page) => Promise<void>): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const shared = {
    root: fileURLToPath(folder),
    configFile: false as const,
    logLevel: 'error' as const,
    plugins: [react()],
    resolve: { tsconfigPaths: true },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  };
  await build(shared);
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments],
  });
  try {
    const page = await browser.newPage();
    const address = server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await measure(page);
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
