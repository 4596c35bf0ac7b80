import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';

/** How a host would build the page of a benchmark, `index.html` in `folder`. */
export function toPageConfig(folder: URL, outDir: string): InlineConfig {
  return {
    root: fileURLToPath(folder),
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [react()],
    resolve: { tsconfigPaths: true },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  };
}

export async function buildPage(folder: URL, outDir: string): Promise<void> {
  await build(toPageConfig(folder, outDir));
}
