import { checkVariables } from '../checkVariables.js';
import { readActivation, readEnvironment } from '../lookup.js';
import type { Answer, Call, Operation } from '../operation.js';
import { readRecord } from '../readMember.js';
import { invalidField } from '../platformError.js';

const path =
  '/o/{organisation_id}/environments/{environment_id}/activations/{activation_id}/variables';

export const dynamicVariableOperations: readonly Operation[] = [
  {
    name: 'SetDynamicVariables',
    method: 'PATCH',
    path,
    run(call) {
      return setVariables(call, () => readRecord(call.body, 'body'));
    },
  },
  {
    name: 'SetDynamicVariable',
    method: 'PUT',
    path: `${path}/{variable_name}`,
    run(call) {
      return setVariables(call, () => {
        const { value } = readRecord(call.body, 'body');
        if (value === undefined) throw invalidField(400, 'value', 'is missing');
        return Object.fromEntries([[call.params['variable_name'] ?? '', value]]);
      });
    },
  },
];

/** Keeps variables that are not named. Sets nothing unless old and new together fit the schema. */
function setVariables(call: Call, readChanges: () => Record<string, unknown>): Answer {
  const activation = readActivation(call);
  const merged = { ...activation.dynamicVariables, ...readChanges() };
  checkVariables(readEnvironment(call).project, merged);
  activation.dynamicVariables = merged;
  return { status: 200, body: merged };
}
