/**
 * Rolls the types of each entry up into one file, from those that the compiler left in `dist-types`:
 * what a host's editor opens is then the whole entry, and names no file of ours.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { listTypedEntries } from './typedEntries.js';

async function rollUp(input: Readonly<Record<string, string>>): Promise<void> {
  const bundle = await rolldown({
    input,
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    plugins: [dts({ dtsInput: true, tsconfig: false, oxc: true })],
  });
  await bundle.write({
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].ts',
    // The languages have one type in common.
    chunkFileNames: 'messages/catalog.d.ts',
  });
}

const locales = readdirSync('src/messages')
  .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
  .map((file) => `messages/${file.replace(/\.ts$/, '.d')}`);

function toInput(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, resolve(`dist-types/${name}.ts`)]));
}

await Promise.all([
  ...listTypedEntries().map((name) => rollUp(toInput([`${name}.d`]))),
  rollUp(toInput(locales)),
]);
