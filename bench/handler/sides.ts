/** What is measured, and what measures it: bundled as one by `loadSides`. */
export { compareRoutes } from './compareRoutes.js';
export { createHandlerClient } from './handlerClient.js';
export { measureHeap, measureUsers } from './measureHeap.js';
export { createPassThrough } from './passThrough.js';
export { createScript } from './script.js';
export { createSharedStore, measureActivations } from './throughput.js';
