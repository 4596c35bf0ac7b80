import { existsSync, readdirSync } from 'node:fs';

/** Those in JavaScript: another suite holds the backends in other languages to their promises. */
export function listExamples(): string[] {
  return readdirSync('examples').filter((name) => existsSync(`examples/${name}/package.json`));
}
