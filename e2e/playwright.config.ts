import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './chromium.js';

const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // `npm run test:matrix` runs these.
  testIgnore: 'matrix/**',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Only a test that fails takes this long; a busy machine shall not make one fail.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        // Here and not in the shared `use`: another browser would be given Chromium's path.
        launchOptions: { executablePath: findChromium(), args: [...chromiumArguments] },
      },
    },
  ],
});

export default config;
