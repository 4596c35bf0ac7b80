import { render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/domain/json.js';
import {
  VariablesFormBody,
  type VariablesFormBodyProps,
} from '../../../src/widget/variables/VariablesFormBody.js';

/** A form on the page, and what it has sent so far. */
export interface Shown {
  readonly user: UserEvent;
  readonly submitted: JsonObject[];
  readonly submit: () => Promise<void>;
  readonly container: HTMLElement;
}

/** Shows a form with one variable, `a`. */
export function show(
  a: JsonValue,
  props: Partial<VariablesFormBodyProps> = {},
  required = false,
): Shown {
  const schema: JsonSchema = {
    type: 'object',
    properties: { a },
    ...(required && { required: ['a'] }),
  };
  const submitted: JsonObject[] = [];
  const user = userEvent.setup();
  const { container } = render(
    <VariablesFormBody schema={schema} onSubmit={(values) => submitted.push(values)} {...props} />,
  );
  const submit = (): Promise<void> => user.click(screen.getByRole('button', { name: 'Save' }));
  return { user, submitted, submit, container };
}
