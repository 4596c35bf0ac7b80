import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

it('the handler bundles for workers: no module of Node’s, and no adapter for it, is reachable', async () => {
  const bundle = await rolldown({
    input: 'src/server.ts',
    platform: 'browser',
    external: /^node:/,
    logLevel: 'silent',
  });
  const { output } = await bundle.generate();
  const chunks = output.filter((each) => each.type === 'chunk');
  const imported = chunks.flatMap((each) => [...each.imports, ...each.dynamicImports]);
  const modules = chunks.flatMap((each) => each.moduleIds);
  expect(modules.some((id) => id.endsWith('createOnboardingHandler.ts'))).toBe(true);
  expect(imported.filter((name) => name.startsWith('node:'))).toEqual([]);
  expect(modules.filter((id) => /node-fetch-server|nodeAdapter/.test(id))).toEqual([]);
});
