// The chunk: what draws all fields but texts, numbers and groups is reached through this module alone.
export { EntryRows } from './EntryRows.js';
export { FilteredSelect } from './FilteredSelect.js';
export { GroupButton } from './GroupButton.js';
export { HostControl } from './HostControl.js';
export { FurtherControl } from './FurtherControl.js';
export { RemoteControl } from './RemoteControl.js';
