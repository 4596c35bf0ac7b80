import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listDependents } from './dependOnPacked.js';

function readManifest(path: string): { version?: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof readManifest>;
}

it.each(listDependents())('%s depends on the version that is released', (path) => {
  const range = readManifest(path).dependencies['react-versori-onboarding'];
  expect(range).toBe(`^${readManifest('package.json').version ?? ''}`);
});
