import type { ReactNode } from 'react';
import type { JsonValue } from '../../domain/json.js';
import type { Field } from '../../variables/field.js';

/** What a host's own field is given. */
export interface RenderVariableProps {
  /** What is asked for: kind, pointer, format, bounds, options, as the schema says. */
  readonly field: Field;
  /** For the element that is to be focused; the label points to it. */
  readonly id: string;
  readonly label: string;
  /** For `aria-describedby`; `undefined`: nothing describes the field. */
  readonly describedBy: string | undefined;
  readonly value: JsonValue | undefined;
  /** What is wrong, where that is shown; the form shows it below the field. */
  readonly error: string | undefined;
  /** `undefined` leaves the variable out. */
  readonly onChange: (value: JsonValue | undefined) => void;
  /** To be called when the field is left: its error is shown from then on. */
  readonly onBlur: () => void;
}

/**
 * Draws a field in the host's own way; `undefined` leaves it to the form. Called for fields with one
 * value, not for groups and lists.
 */
export type RenderVariable = (props: RenderVariableProps) => ReactNode | undefined;
