import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { activateInBrowser } from './activateInBrowser.js';
import { readRecipes, type Recipe } from './commands.js';
import { dependOnPacked } from './dependOnPacked.js';
import { run, type Running, serve } from './shell.js';

/** One way to run an example, from its first command to an activation. */
export interface Trial {
  readonly example: string;
  readonly commands: readonly string[];
  readonly seconds: number;
  /** What went wrong; absent: nothing. */
  readonly failure?: string;
}

const emulatorUrl = 'http://127.0.0.1:8901';

/**
 * Copies an example out of the repository and does what its README says, with the packed library in
 * place of the published one.
 */
export async function tryExample(
  example: string,
  tarball: string,
  browser: Browser,
): Promise<Trial[]> {
  const folder = await mkdtemp(join(tmpdir(), `${example}-`));
  try {
    await cp(join('examples', example), folder, { recursive: true, filter: isSource });
    await dependOnPacked(folder, tarball);
    const trials: Trial[] = [];
    for (const recipe of readRecipes(await readFile(join(folder, 'README.md'), 'utf8'))) {
      trials.push(await follow(recipe, example, folder, browser));
    }
    return trials;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What somebody installed or built in the example's own folder stays behind. */
function isSource(path: string): boolean {
  return !/\/(node_modules|dist|build|\.next|\.react-router|package-lock\.json)$/.test(path);
}

async function follow(
  recipe: Recipe,
  example: string,
  cwd: string,
  browser: Browser,
): Promise<Trial> {
  const { commands, emulator = 'npx react-versori-onboarding emulator', server, url } = recipe;
  const servers: Running[] = [];
  const started = performance.now();
  const toTrial = (): Trial => ({
    example,
    commands: [...commands, server],
    seconds: (performance.now() - started) / 1000,
  });
  try {
    for (const command of commands) await run(command, { cwd });
    servers.push(await serve(emulator, emulatorUrl, { cwd }));
    servers.push(await serve(server, url, { cwd }));
    await activateInBrowser(browser, url);
    return toTrial();
  } catch (error) {
    return { ...toTrial(), failure: error instanceof Error ? error.message : String(error) };
  } finally {
    await Promise.all(servers.map((each) => each.stop()));
  }
}
