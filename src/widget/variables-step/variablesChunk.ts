// The chunk: all that needs the form or the validator is reached through this module alone.
export { toSchemaDocument } from '../../variables/schemaDocument.js';
export { FormHolder } from '../edit-variables/FormHolder.js';
export { furtherControls } from '../variables/furtherControls.js';
export { VariablesFields } from '../variables/VariablesFields.js';
export { VariablesForm } from '../variables/VariablesFormBody.js';
export { VariablesStepForm } from './VariablesStepForm.js';
