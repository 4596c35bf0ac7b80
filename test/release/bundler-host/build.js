/** Bundles both entries with each bundler as a host would, into `out/<bundler>/<entry>/main.js`. */
import { resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild from 'esbuild';
import { rollup } from 'rollup';
import { build as viteBuild } from 'vite';
import webpack from 'webpack';

/** The host's own packages, which it loads anyway. */
const host = /^(react|react-dom|@tanstack\/react-query)($|\/)/;
const production = { 'process.env.NODE_ENV': '"production"' };

const bundlers = {
  vite: (entry, outDir) =>
    viteBuild({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir,
        rolldownOptions: {
          input: entry,
          external: host,
          output: { entryFileNames: 'main.js' },
        },
        modulePreload: { polyfill: false },
      },
    }),

  webpack: (entry, path) =>
    new Promise((built, failed) => {
      const compiler = webpack({
        mode: 'production',
        entry: resolve(entry),
        output: { path, filename: 'main.js', module: true },
        experiments: { outputModule: true },
        externalsType: 'module',
        externals: host,
        performance: { hints: false },
      });
      compiler.run((error, stats) => {
        if (error !== null) failed(error);
        else if (stats.hasErrors()) failed(new Error(stats.toString('errors-only')));
        else built();
      });
    }),

  esbuild: (entry, outdir) =>
    esbuild.build({
      entryPoints: { main: entry },
      outdir,
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      define: production,
      legalComments: 'none',
      external: ['react', 'react-dom', '@tanstack/react-query'],
    }),

  rollup: async (entry, dir) => {
    const bundle = await rollup({
      input: { main: entry },
      external: host,
      plugins: [nodeResolve(), replace({ values: production, preventAssignment: true }), terser()],
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    });
    await bundle.write({ dir, format: 'es' });
  },
};

for (const [name, bundle] of Object.entries(bundlers)) {
  for (const entry of ['widget', 'adapter']) {
    await bundle(`${entry}.js`, resolve('out', name, entry));
  }
}
