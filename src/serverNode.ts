export { createNodeListener, type NodeListener } from './server/nodeListener.js';
