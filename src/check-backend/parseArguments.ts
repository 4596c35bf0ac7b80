import { parseArgs } from 'node:util';

export interface Arguments {
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly write: boolean;
}

const usage =
  'npx react-versori-onboarding check-backend <url> [--header "Name: value"]… [--write]';

/** @throws {Error} One line, to be shown in the terminal. */
export function parseArguments(args: readonly string[]): Arguments {
  const { positionals, values } = parseFlags(args);
  const [url, ...rest] = positionals;
  if (url === undefined) throw new Error(`The URL is missing. Use: ${usage}`);
  const [extra] = rest;
  if (extra !== undefined) throw new Error(`"${extra}" is one argument too many. Use: ${usage}`);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Error(
      `"${url}" is no http(s) URL; pass the one that createHttpBackend gets, such as https://app.example.com/api/onboarding`,
    );
  }
  return { url, write: values.write, headers: values.header.map(parseHeader) };
}

function parseFlags(args: readonly string[]): {
  positionals: string[];
  values: { header: string[]; write: boolean };
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        header: { type: 'string', multiple: true, default: [] },
        write: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Error(`${reason}. Use: ${usage}`, { cause: error });
  }
}

/** Leaves the value out: it may be a session. */
function parseHeader(text: string): readonly [string, string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*\S)\s*$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new Error('A --header is not of the form "Name: value".');
}
