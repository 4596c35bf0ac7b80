/** What is measured, and what measures it: bundled as one by `loadSides`. */
export { compareRoutes } from './compareRoutes.js';
export { createHandlerClient } from './handlerClient.js';
export { measureHeap } from './measureHeap.js';
export { createRival } from './rival.js';
