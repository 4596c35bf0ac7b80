import type { Backend } from './backend.js';
import { createHttpBackend } from './createHttpBackend.js';

const backends = new Map<string, Backend>();

/** Returns the page's one HTTP backend for `baseUrl`: what was read belongs to this object. */
export function getHttpBackend(baseUrl: string): Backend {
  const known = backends.get(baseUrl);
  if (known) return known;
  const backend = createHttpBackend({ baseUrl });
  backends.set(baseUrl, backend);
  return backend;
}
