import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * The suites that a mutant has to pass: those of the mutated layers alone, in one process. Suites that
 * start processes of their own would run the library without the mutant.
 */
const config: ViteUserConfig = defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    include: ['test/{server,flow}/**/*.test.ts'],
    exclude: ['test/server/{redis,postgres}/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

export default config;
