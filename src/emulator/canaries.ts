const prefix = 'canary-';

/**
 * Marks everything that must never reach a browser: every secret, source file, label, error detail and API
 * key of the example data holds a text that starts with `canaries.prefix` and goes on in lower-case
 * letters, digits and hyphens. `findIn` lists the marks in a text, such as a response's bytes.
 */
export const canaries: {
  readonly prefix: string;
  readonly findIn: (text: string) => string[];
} = {
  prefix,
  findIn: (text) => text.match(/canary-[a-z0-9-]*/gi) ?? [],
};

/** A marked text, such as `canary-access-token-amelia`. */
export function toCanary(name: string): string {
  return prefix + name;
}
