import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError } from './configError.js';
import { createSidecar } from './createSidecar.js';
import { parseConfig } from './parseConfig.js';
import { serveSidecar } from './serveSidecar.js';

const usage = 'npx react-versori-onboarding serve --config onboarding.json [--check]';

/**
 * The command `serve`: serves the host API until it is told to stop (SIGTERM, SIGINT), then finishes what
 * is under way. With `--check` it reads the configuration alone.
 *
 * @throws {Error} One line, on wrong usage or a configuration that cannot work.
 */
export async function runServe(args: readonly string[]): Promise<number> {
  const { file, isCheck } = parseFlags(args);
  try {
    const config = parseConfig(readFile(file), process.env);
    const surroundings = {
      print: (line: string) => process.stdout.write(`${line}\n`),
      printError: (line: string) => process.stderr.write(`${line}\n`),
      now: () => Date.now(),
    };
    if (isCheck) {
      await createSidecar({ ...config, idempotencyStore: { kind: 'memory' } }, surroundings);
      process.stdout.write(`${file} can be used.\n`);
      return 0;
    }
    const sidecar = await serveSidecar(config, surroundings);
    process.stdout.write(`Host API: ${sidecar.url}${config.handler.basePath}\n`);
    await untilStopped();
    await sidecar.stop();
    return 0;
  } catch (error) {
    if (error instanceof ConfigError)
      throw new Error(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

function parseFlags(args: readonly string[]): { file: string; isCheck: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { config: { type: 'string' }, check: { type: 'boolean', default: false } },
    });
    if (values.config === undefined) throw new Error('--config is missing');
    return { file: values.config, isCheck: values.check };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Error(`${reason}. Use: ${usage}`, { cause: error });
  }
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError('it cannot be read.', { cause });
  }
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve());
  });
}
