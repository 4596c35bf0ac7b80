// The chunk: what few schemas need is reached through this module alone.
export { EntryRows } from './EntryRows.js';
export { FilteredSelect } from './FilteredSelect.js';
export { GroupButton } from './GroupButton.js';
export { HostControl } from './HostControl.js';
export { RareControl } from './RareControl.js';
export { RemoteControl } from './RemoteControl.js';
