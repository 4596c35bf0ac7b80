export { FilteredChoice } from './FilteredChoice.js';
export { RemoteChoice } from './RemoteChoice.js';
