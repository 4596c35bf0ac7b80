export {
  createInPageBackend,
  type InPageBackend,
  type InPageBackendOptions,
} from './testing/createInPageBackend.js';
export type { PageFetch } from './testing/createPageFetch.js';
