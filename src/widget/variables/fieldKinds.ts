import type { ReactNode } from 'react';
import type { JsonValue } from '../../domain/json.js';
import { toText } from '../../variables/errorParameters.js';
import type { Field } from '../../variables/field.js';
import {
  toChoiceInput,
  toJsonInput,
  toSwitchInput,
  toTextInput,
  type VariableInput,
} from '../../variables/variableInput.js';
import { ChoiceControl } from './ChoiceControl.js';
import { ConstControl } from './ConstControl.js';
import type { FieldProps } from './FieldFrame.js';
import { JsonControl } from './JsonControl.js';
import { ListControl } from './ListControl.js';
import { NullableControl } from './NullableControl.js';
import { ObjectControl } from './ObjectControl.js';
import { SetControl } from './SetControl.js';
import { SwitchControl } from './SwitchControl.js';
import { TextControl } from './TextControl.js';
import { VariantControl } from './VariantControl.js';

/** How the form treats the fields of one kind. */
export interface FieldKind<Kind extends Field = Field> {
  Control(props: FieldProps<Kind>): ReactNode;
  /**
   * Turns a value of the host's into what the user would have typed; `null` where the host cannot draw
   * the field, because it has more than one value or none to choose.
   */
  readonly toInput: ((value: JsonValue) => VariableInput) | null;
}

type FieldOf<Name extends Field['kind'], Each = Field> = Each extends { readonly kind: infer Own }
  ? Name extends Own
    ? Each
    : never
  : never;

type FieldKinds = { readonly [Name in Field['kind']]: FieldKind<FieldOf<Name> & Field> };

const text = {
  Control: TextControl,
  toInput: (value: JsonValue) => toTextInput(toText(value)),
} as const;

/** Every kind of field: one that is missing here does not compile. */
export const fieldKinds: FieldKinds = {
  text,
  longText: text,
  number: text,
  integer: text,
  boolean: { Control: SwitchControl, toInput: (value) => toSwitchInput(value === true) },
  choice: { Control: ChoiceControl, toInput: toChoiceInput },
  set: { Control: SetControl, toInput: toChoiceInput },
  const: { Control: ConstControl, toInput: null },
  list: { Control: ListControl, toInput: null },
  object: { Control: ObjectControl, toInput: null },
  variant: { Control: VariantControl, toInput: null },
  nullable: { Control: NullableControl, toInput: null },
  json: { Control: JsonControl, toInput: toJsonInput },
};
