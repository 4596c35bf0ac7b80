import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';

interface DevFixtures {
  readonly devServer: { readonly url: string; readonly output: () => string };
}

/** `npm run dev` as a newcomer starts it: no configuration, no account. */
const test = base.extend<DevFixtures>({
  devServer: async ({}, use) => {
    const child = spawn('npm', ['run', 'dev'], {
      env: { ...process.env, ...withoutSettings(), NO_COLOR: '1' },
      // Its own group, so that the server that npm starts ends with it.
      detached: true,
    });
    let output = '';
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const [, found] = /Open (http:\S+): /.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(`npm run dev ended: ${output}`)));
    });
    await use({ url, output: () => output });
    endGroup(child);
  },
});

/** Empty counts as unset, and wins over a developer's own `.env`. */
function withoutSettings(): Record<string, string> {
  const names = readFileSync('.env.example', 'utf8').match(/^VERSORI_\w+/gm) ?? [];
  return Object.fromEntries(names.map((name) => [name, '']));
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGTERM');
}

test('npm run dev prints its address and serves the demo without an account', async ({
  devServer,
  page,
}) => {
  // The first visit makes Vite prepare every dependency.
  test.setTimeout(60_000);
  await page.goto(devServer.url);
  await expect(page.getByRole('heading', { name: 'Choose your Shopify account' })).toBeVisible({
    timeout: 45_000,
  });
  await expect(page.getByRole('radio', { name: /^Chen/ })).toHaveCount(2);
  expect(devServer.output()).toContain('the platform, its users and the sign-ins are emulated');
});
