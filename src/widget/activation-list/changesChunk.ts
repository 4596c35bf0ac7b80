// The chunk: all that changes an activation is reached through this module alone. In chunks of their
// own, what they share would be moved by bundlers into the first one that a page loads.
export { EditVariables } from '../edit-variables/EditVariables.js';
export { ReplaceView } from '../replace/ReplaceView.js';
export { EndDialog } from '../end/EndDialog.js';
