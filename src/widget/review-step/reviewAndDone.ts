export { Done } from '../outcome/Done.js';
export { ReviewedVariables } from './ReviewedVariables.js';
