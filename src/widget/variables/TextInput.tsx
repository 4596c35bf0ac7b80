import { useRef, type ReactNode } from 'react';
import type { NumberField, TextField } from '../../variables/field.js';
import { getText, toTypedInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import type { FieldProps } from './FieldFrame.js';
import { usePastedLines } from './usePastedLines.js';
import { useVariables } from './VariablesContext.js';

interface TextInputProps extends Omit<FieldProps<TextField | NumberField>, 'label'> {
  /** Ids of what else is said below the control. */
  readonly notes: readonly string[];
  readonly isRevealed: boolean;
}

/** The control of a text, a number or a secret: of one line, or of as many as the text needs. */
export function TextInput({ field, state, notes, isRevealed }: TextInputProps): ReactNode {
  const { form, part, getId } = useVariables();
  const { store } = form;
  const id = getId(field.key);
  const text = getText(state.input) ?? '';
  const area = useRef<HTMLTextAreaElement>(null);
  const change = (next: string): void => store.setInput(field, toTypedInput(next));
  const isText = field.kind === 'text' || field.kind === 'longText';
  const { hasLines, onPaste } = usePastedLines(area, text, change);
  const isMasked = field.secret && !isRevealed;
  const props = {
    ...part('input', isMasked ? 'masked' : undefined),
    ...describeField(field, state, id, notes),
    id,
    value: text,
    readOnly: field.readOnly,
    'aria-required': field.required && !state.isKept,
    dir: 'auto',
    onChange: (event: { readonly target: { readonly value: string } }) =>
      change(event.target.value),
    onBlur: () => store.leave(field),
    ...(isText && { onPaste }),
  };
  if (isText && (hasLines || field.kind === 'longText' || field.multiline)) {
    return (
      <textarea
        {...props}
        ref={area}
        rows={4}
        autoComplete="off"
        // A browser may send what it checks to its maker.
        spellCheck={field.secret ? false : undefined}
      />
    );
  }
  const suggestions = 'suggestions' in field && !field.secret ? field.suggestions : [];
  if (suggestions.length === 0) return <input {...props} {...toLine(field, isMasked)} />;
  return (
    <>
      <input {...props} {...toLine(field, isMasked)} list={`${id}-l`} />
      <datalist id={`${id}-l`}>
        {[...new Set(suggestions)].map((suggestion) => (
          <option key={suggestion}>{suggestion}</option>
        ))}
      </datalist>
    </>
  );
}

type InputMode = 'email' | 'url' | 'tel' | 'numeric' | 'decimal';

const MODES: Readonly<Record<string, InputMode>> = {
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

interface LineProps {
  readonly type: 'text' | 'password';
  readonly autoComplete: string;
  readonly inputMode?: InputMode;
  readonly spellCheck?: false;
}

function toLine(field: TextField | NumberField, isMasked: boolean): LineProps {
  if (field.secret) {
    return {
      type: isMasked ? 'password' : 'text',
      // Not "off": browsers ignore it for passwords, and fill in the login that they keep for the page.
      autoComplete: 'new-password',
      spellCheck: false,
    };
  }
  const name = 'format' in field ? field.format : field.kind;
  const mode = Object.hasOwn(MODES, name) ? MODES[name] : undefined;
  // Number pads have no minus.
  const isUnsigned = 'format' in field || (field.minimum ?? -1) >= 0;
  return {
    type: 'text',
    autoComplete: 'off',
    ...(name !== '' && { spellCheck: false }),
    ...(mode !== undefined && isUnsigned && { inputMode: mode }),
  };
}
