import { existsSync, readFileSync } from 'node:fs';

/** The names of the entries in code, such as `serverNode`: each has `dist/serverNode.d.ts`. */
export function listTypedEntries(): string[] {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, string | { readonly types?: string }>;
  };
  return Object.values(exports)
    .map((target) => (typeof target === 'string' ? undefined : target.types))
    .map((types) => /^\.\/dist\/(?<name>\w+)\.d\.ts$/.exec(types ?? '')?.groups?.['name'])
    .filter((name) => name !== undefined)
    .filter((name) => existsSync(`src/${name}.ts`));
}

/** What hosts write to import an entry, such as `react-versori-onboarding/server/node`. */
export function toSpecifier(entry: string): string {
  const path = entry === 'index' ? '' : `/${entry.replace(/(?=[A-Z])/, '/').toLowerCase()}`;
  return `react-versori-onboarding${path}`;
}
