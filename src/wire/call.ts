import type { Parsed } from './parsed.js';
import type { ParsedBody } from './bodyParsers.js';

/** The names that stand in braces in a path. */
type ParameterName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterName<Rest>
  : never;

/** One value for each name in braces, not percent-encoded. */
export type PathParameters<Path extends string> = {
  readonly [Name in ParameterName<Path>]: string;
};

/** The contract of one call of the host API, shared by browser and host. */
export interface Call<Path extends string, Answer, Body = undefined> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to the base path that the host picks. */
  readonly path: Path;
  /**
   * `safe`: changes nothing. `idempotent`: sending it twice has the effect of once. `byKey`: sent
   * twice with one `Idempotency-Key`, it acts once.
   */
  readonly idempotency: 'safe' | 'idempotent' | 'byKey';
  /** Success statuses; the first is the usual one. */
  readonly statuses: readonly [number, ...number[]];
  /** Absent: the call has no body. */
  readonly parseBody?: (body: unknown) => ParsedBody<Body>;
  /** Gets `undefined` for an empty body. */
  readonly parseAnswer: (body: unknown) => Parsed<Answer>;
}

export interface CallWithBody<Path extends string, Answer, Body> extends Call<Path, Answer, Body> {
  readonly parseBody: (body: unknown) => ParsedBody<Body>;
}

/** The request header that carries one UUID for one intent, for calls that are idempotent `byKey`. */
export const IDEMPOTENCY_KEY_HEADER = 'Idempotency-Key';

/**
 * The path of a call, its parameters percent-encoded. Throws if a parameter is missing, empty,
 * `.` or `..`: no encoding keeps a URL from collapsing those into another path.
 */
export function toPath<Path extends string>(
  { method, path }: Pick<Call<Path, unknown>, 'method' | 'path'>,
  parameters: PathParameters<Path>,
): string {
  const values = new Map<string, unknown>(Object.entries(parameters));
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      throw new Error(
        `${method} ${path} needs ${name}, and ${JSON.stringify(value)} cannot stand in a URL. Pass the id that the backend gave.`,
      );
    }
    return encodeURIComponent(value);
  });
}

/**
 * Returns the decoded parameters of a path, or `null` if it does not match the template or a
 * parameter is empty.
 */
export function matchPath(template: string, path: string): Map<string, string> | null {
  const expected = template.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return null;
  const parameters = new Map<string, string>();
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== value) return null;
      continue;
    }
    const decoded = decode(value);
    if (decoded === null || decoded === '') return null;
    parameters.set(part.slice(1, -1), decoded);
  }
  return parameters;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null; // A lone "%": no id is written like that, so no path of ours is meant.
  }
}
