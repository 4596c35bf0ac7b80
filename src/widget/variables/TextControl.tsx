import { useState, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import type { NumberField, TextField } from '../../variables/field.js';
import { getText, toTextInput, toTypedInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { useVariables } from './VariablesContext.js';

type Typed = TextField | NumberField;

/** Texts of one or many lines, numbers, secrets. */
export function TextControl({ field, state, label }: FieldProps<Typed>): ReactNode {
  const context = useVariables();
  const { form, part, t, getId } = context;
  const { store } = form;
  const id = getId(field.key);
  const typed = getText(state.input);
  const text = typed ?? '';
  // One line would drop the line breaks of a value that has some.
  const [hasLines] = useState(() => text.includes('\n'));
  const isLong = !field.secret && (field.kind === 'longText' || hasLines);
  const { isKept } = state;
  const isEmptyText = typed === '';
  const canBeEmpty =
    'allowsEmpty' in field && field.allowsEmpty && state.error?.keyword === 'required';
  const props = {
    ...part('input'),
    ...describeField(field, state, id, isKept || isEmptyText ? [`${id}-n`] : []),
    id,
    value: text,
    readOnly: field.readOnly,
    'aria-required': field.required && !isKept,
    autoComplete: field.secret ? 'new-password' : 'off',
    onChange: (event: { readonly target: { readonly value: string } }) =>
      store.setInput(field, toTypedInput(event.target.value)),
    onBlur: () => store.leave(field),
  };
  return (
    <FieldFrame field={field} state={state} label={label}>
      {isLong ? (
        <textarea {...props} rows={4} dir="auto" />
      ) : (
        <input {...props} {...toLine(field)} />
      )}
      {(isKept || isEmptyText) && (
        <p {...part('note')} id={`${id}-n`}>
          {t(isKept ? 'field.secretSet' : 'field.isEmpty')}
        </p>
      )}
      {canBeEmpty && (
        <Button
          variant="quiet"
          part="use-empty"
          onClick={() => store.setInput(field, toTextInput(''))}
        >
          {t('field.useEmpty')}
        </Button>
      )}
    </FieldFrame>
  );
}

const MODES: Readonly<Record<string, 'email' | 'url' | 'tel' | 'numeric' | 'decimal'>> = {
  email: 'email',
  'idn-email': 'email',
  uri: 'url',
  url: 'url',
  iri: 'url',
  tel: 'tel',
  phone: 'tel',
  integer: 'numeric',
  number: 'decimal',
};

function toLine(field: Typed): {
  readonly type: string;
  readonly inputMode?: 'email' | 'url' | 'tel' | 'numeric' | 'decimal';
  readonly dir: string;
  readonly spellCheck?: false;
} {
  if (field.secret) return { type: 'password', dir: 'auto' };
  const name = 'format' in field ? field.format : field.kind;
  const mode = Object.hasOwn(MODES, name) ? MODES[name] : undefined;
  // Number pads have no minus.
  const isUnsigned = 'format' in field || (field.minimum ?? -1) >= 0;
  return {
    type: 'text',
    dir: 'auto',
    ...(name !== '' && { spellCheck: false }),
    ...(mode !== undefined && isUnsigned && { inputMode: mode }),
  };
}
