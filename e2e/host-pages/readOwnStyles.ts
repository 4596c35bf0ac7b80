import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../src/styles/', import.meta.url));

/** The rules of our stylesheet, without its imports. */
export function readOwnStyles(): string {
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.css') && name !== 'onboarding.css',
  );
  return names.map((name) => readFileSync(`${folder}${name}`, 'utf8')).join('\n');
}
