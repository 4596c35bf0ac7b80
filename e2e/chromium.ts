import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** A browser on a CI machine has no display, no sandbox for root, and no business on the network. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium, which is installed where there is none: first as Playwright does, then as
 * Debian does. `CHROMIUM_PATH` goes before anything found. Throws where every way failed.
 */
export function findChromium(): string {
  const found = firstExisting();
  if (found !== undefined) return found;
  for (const [command, ...args] of installations) {
    console.error(`No Chromium found; trying "${[command, ...args].join(' ')}".`);
    if (spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status !== 0) continue;
    const installed = firstExisting();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests need a Chromium, none was found and none could be installed. Install one, or set CHROMIUM_PATH to it.',
  );
}

const installations: readonly (readonly [string, ...string[]])[] = [
  ['npx', 'playwright', 'install', 'chromium'],
  [
    'sh',
    '-c',
    'apt-get update && for browser in chromium-headless-shell chromium; do apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $browser && exit; done; exit 1',
  ],
];

function firstExisting(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '' && !existsSync(chosen)) {
    throw new Error(`CHROMIUM_PATH names ${chosen}, where no file is. Correct it, or unset it.`);
  }
  return [
    chosen,
    chromium.executablePath(),
    // Opens a page in a third of the time: it has no window around it.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ].find((path) => path !== undefined && path !== '' && existsSync(path));
}
