import type { Operation } from './operation.js';
import { activationOperations } from './resources/activations.js';
import { authorizationOperations } from './resources/authorizations.js';
import { connectionOperations } from './resources/connections.js';
import { dynamicVariableOperations } from './resources/dynamicVariables.js';
import { projectOperations } from './resources/projects.js';
import { userOperations } from './resources/users.js';

/** Every emulated operation. No two share a method and a path. */
export const operations: readonly Operation[] = [
  ...activationOperations,
  ...dynamicVariableOperations,
  ...projectOperations,
  ...connectionOperations,
  ...authorizationOperations,
  ...userOperations,
];
