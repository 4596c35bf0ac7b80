import { useRef, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import type { ObjectField } from '../../variables/field.js';
import { FieldError } from './FieldError.js';
import type { FieldProps } from './FieldFrame.js';
import { FieldView } from './FieldView.js';
import { GroupFrame } from './GroupFrame.js';
import { LazyControl } from './LazyControl.js';
import { useDrawnCount } from './useDrawnCount.js';
import { useFocusAfter } from './useFocusAfter.js';
import { useVariables } from './VariablesContext.js';

interface ObjectControlProps extends FieldProps<ObjectField> {
  readonly isBare: boolean;
}

/** A group of fields; one within itself is opened when it is asked for. */
export function ObjectControl({ field, state, label, isBare }: ObjectControlProps): ReactNode {
  const { part, t, form } = useVariables();
  const root = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter(root);
  const drawn = useDrawnCount(field.fields.length);
  const isRoot = field.pointer === '' && field.key === '';
  const canClose = field.open && !field.required && !field.readOnly;

  function open(): void {
    form.store.setInput(field, { object: {}, present: true });
    focusAfter('input, select, textarea, button');
  }

  function close(): void {
    form.store.setInput(field, null);
    focusAfter('button');
  }

  const content = (
    <div ref={root} {...part('group-fields')}>
      {field.fields.slice(0, drawn).map((inner) => (
        <FieldView key={inner.key} field={inner} />
      ))}
      {field.open && (field.canAddEntry || field.entries.length > 0) && (
        <LazyControl field={field} state={state} label={label}>
          {({ EntryRows }) => <EntryRows field={field} label={label} />}
        </LazyControl>
      )}
      {!field.open && (
        <Button variant="plain" part="open-group" onClick={open}>
          {t('field.addItem', { name: label })}
        </Button>
      )}
      {canClose && isGiven(state.input) && (
        <Button variant="quiet" part="close-group" onClick={close}>
          {t('field.remove', { name: label })}
        </Button>
      )}
    </div>
  );
  if (isRoot) return content;
  if (isBare) {
    return (
      <div {...part('group')}>
        {content}
        {state.error && <FieldError field={field} error={state.error} />}
      </div>
    );
  }
  return (
    <GroupFrame field={field} state={state} label={label}>
      {content}
    </GroupFrame>
  );
}

/** Whether the object is there of itself, and not only because something in it is. */
function isGiven(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'present' in input;
}
