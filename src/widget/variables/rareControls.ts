// What only some forms need, loaded as one: bundlers cut what two late modules share into chunks of
// its own.
export { FilteredChoice } from './FilteredChoice.js';
export { RemoteChoice } from './RemoteChoice.js';
export { TextAid } from './TextAid.js';
