import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { findFreePort } from '../support/findFreePort.js';

/** Inside of the package, so that its name means the build, as it does for a host. */
const folder = 'test-results/readme';

const readme = readFileSync('README.md', 'utf8');

/** The first code block of that language below a heading. */
function readBlock(heading: string, language: string): string {
  const [, code] =
    new RegExp(`^## ${heading}$[^]*?^\`\`\`${language}$\\n([^]*?)^\`\`\`$`, 'm').exec(readme) ?? [];
  if (code === undefined) throw new Error(`README has no ${language} block below "${heading}".`);
  return code;
}

mkdirSync(folder, { recursive: true });

describe('the first code of the README', () => {
  const server = readBlock("The host's backend", 'ts');

  it('compiles under strict', () => {
    writeFileSync(`${folder}/server.ts`, server);
    writeFileSync(`${folder}/Settings.tsx`, readBlock('Embed it', 'tsx'));
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      jsx: 'react-jsx',
      types: ['node'],
    };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions }));
    const compile = (): string =>
      execFileSync('node_modules/.bin/tsc', ['-p', folder], { encoding: 'utf8' });
    expect(compile()).toBe('');
  });

  it('is a server of at most 25 lines that runs as it stands', async () => {
    expect(server.trim().split('\n').length).toBeLessThanOrEqual(25);
    const port = await findFreePort();
    writeFileSync(`${folder}/running.ts`, server.replace('listen(3000)', `listen(${port})`));
    const child = spawn('node_modules/.bin/tsx', [`${folder}/running.ts`], { stdio: 'inherit' });
    onTestFinished(() => void child.kill());
    const url = `http://127.0.0.1:${port}/api/onboarding/integrations`;
    await expect
      .poll(() => readJson(url), { timeout: 20_000 })
      .toMatchObject({
        items: [{ name: 'Shopify orders', environmentId: exampleIds.environments.shopifyOrders }],
      });
  });

  it('names the environment that the emulated platform has', () => {
    expect(readBlock('Embed it', 'tsx')).toContain(exampleIds.environments.shopifyOrders);
  });
});

/** `null` until the server listens. */
async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url).catch(() => null);
  return response === null ? null : response.json();
}
