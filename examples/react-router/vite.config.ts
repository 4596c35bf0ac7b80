import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // Finds what the pages import before the first one loads, so that it does not load twice.
  optimizeDeps: { entries: ['app/**/*.tsx'] },
});
