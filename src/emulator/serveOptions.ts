import { parseArgs } from 'node:util';

export const dataSets = ['example', 'hostile'] as const;

export interface ServeOptions {
  readonly port: number;
  readonly data: (typeof dataSets)[number];
}

/** @throws {Error} One line for the person at the keyboard, on a flag or value that is none. */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  const { port, data } = parseFlags(args);
  const wanted = dataSets.find((name) => name === data);
  if (wanted === undefined) {
    throw new Error(`--data is "${data}"; it must be ${dataSets.join(' or ')}.`);
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port is "${port}"; it must be a number from 0 (any free port) to 65535.`);
  }
  return { port: Number(port), data: wanted };
}

function parseFlags(args: readonly string[]): { port: string; data: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8901' },
        data: { type: 'string', default: 'example' },
      },
    });
    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    const flags = `--port <number> and --data ${dataSets.join('|')}`;
    throw new Error(`${reason}. The flags are ${flags}.`, { cause: error });
  }
}
