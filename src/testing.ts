export {
  createInPageBackend,
  type InPageBackend,
  type InPageBackendOptions,
} from './testing/createInPageBackend.js';
export { createPageFetch, type PageFetch } from './testing/createPageFetch.js';
