// The chunk: all that needs the form or the validator is reached through this module alone.
export { VariablesForm } from '../variables/VariablesForm.js';
export { VariablesStepForm } from './VariablesStepForm.js';
