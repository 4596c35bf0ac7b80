import { render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { JsonObject } from '../../../src/domain/json.js';
import {
  useVariablesForm,
  type UseVariablesFormOptions,
} from '../../../src/headless/variables-form/useVariablesForm.js';
import type { VariableInput } from '../../../src/variables/variableInput.js';
import { FlowOptionsContext } from '../../../src/widget/options/FlowOptionsContext.js';
import { VariablesFields } from '../../../src/widget/variables/VariablesFields.js';

const NO_OPTIONS = {};

/** What the flow and the editor make of the hook: fields, and a button of their own. */
function StoredForm(options: UseVariablesFormOptions): ReactNode {
  const form = useVariablesForm(options);
  return (
    <FlowOptionsContext.Provider value={NO_OPTIONS}>
      <VariablesFields form={form} />
      <button type="button" onClick={() => form.submit()}>
        Save
      </button>
    </FlowOptionsContext.Provider>
  );
}

export interface Stored {
  readonly user: UserEvent;
  readonly submitted: JsonObject[];
  /** The input after each change, as a draft is told of it. */
  readonly inputs: VariableInput[];
  readonly submit: () => Promise<void>;
}

/** Draws the fields, and tells what is submitted and typed. */
export function open(options: UseVariablesFormOptions): Stored {
  const submitted: JsonObject[] = [];
  const inputs: VariableInput[] = [];
  const user = userEvent.setup();
  render(
    <StoredForm
      {...options}
      onSubmit={(values) => submitted.push(values)}
      onInputChange={(input) => inputs.push(input)}
    />,
  );
  const submit = (): Promise<void> => user.click(screen.getByRole('button', { name: 'Save' }));
  return { user, submitted, inputs, submit };
}
