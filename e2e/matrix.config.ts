import { existsSync } from 'node:fs';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import base from './playwright.config.js';

const firefox = '/usr/bin/firefox-esr';
const libraries = 'matrix/componentLibraries.spec.ts';
const signingIn = ['matrix/openerPolicies.spec.ts', 'matrix/signInWindows.spec.ts'];
const accessibility = 'matrix/accessibility/*.spec.ts';
const chromium = base.projects?.[0] ?? {};

if (!existsSync(firefox)) console.warn(`Nothing runs in Firefox: there is no ${firefox}.`);

/**
 * `npm run test:matrix`: pages of hosts in other browsers than Chromium, and what takes longer than
 * `npm test` may. A browser that is not installed is skipped, and the output says so.
 */
const config: PlaywrightTestConfig = defineConfig({
  ...base,
  testIgnore: [],
  outputDir: '../test-results/matrix',
  reporter: [['list']],
  projects: [
    {
      name: 'firefox',
      testMatch: existsSync(firefox) ? ['hostPages.spec.ts', libraries, ...signingIn] : [],
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        trace: 'off',
        launchOptions: { executablePath: firefox },
      },
    },
    { ...chromium, name: 'webkit beside chromium', testMatch: 'matrix/webkit.spec.ts' },
    { ...chromium, testMatch: [libraries, ...signingIn, accessibility] },
  ],
});

export default config;
