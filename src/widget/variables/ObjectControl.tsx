import { useRef, useState, type ReactNode } from 'react';
import type { ObjectField } from '../../variables/field.js';
import { getObject } from '../../variables/variableInput.js';
import { hasDescription } from './describeField.js';
import { divideFields } from './divideFields.js';
import { EntryRows } from './EntryRows.js';
import { FieldDescription } from './FieldDescription.js';
import { FieldError } from './FieldError.js';
import type { FieldProps } from './FieldFrame.js';
import { FieldGroups } from './FieldGroups.js';
import { GroupButton } from './GroupButton.js';
import { GroupFrame } from './GroupFrame.js';
import { MoreFields } from './MoreFields.js';
import { toLength, useDrawnCount } from './useDrawnCount.js';
import { useFocusAfter } from './useFocusAfter.js';
import { useVariables } from './VariablesContext.js';

/** A group of fields; one within itself is opened when it is asked for. */
export function ObjectControl(props: FieldProps<ObjectField>): ReactNode {
  const { field, state, label, isBare } = props;
  const { part } = useVariables();
  const root = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter(root);
  const [shownKeys] = useState(() => new Set<string>());
  const { shown, folded } = divideFields(field.fields, shownKeys);
  const drawn = useDrawnCount(shown.length);
  const isRoot = field.pointer === '' && field.key === '';
  // The object is there of itself, and not only because something in it is.
  const canClose =
    !field.required &&
    !field.readOnly &&
    (getObject(state.input)?.presence ?? 'implied') !== 'implied';

  const content = (
    <div ref={root} {...part('group-fields', toLength(shown.length))}>
      <FieldGroups fields={shown.slice(0, drawn)} />
      {folded.length > 0 && <MoreFields fields={folded} />}
      {field.open && (field.canAddEntry || field.entries.length > 0) && (
        <EntryRows field={field} label={label} />
      )}
      {(!field.open || canClose) && (
        <GroupButton field={field} label={label} focusAfter={focusAfter} />
      )}
    </div>
  );
  if (isRoot) return content;
  if (isBare) {
    return (
      <div {...part('group')}>
        {hasDescription(field) && <FieldDescription field={field} />}
        {content}
        {state.error && <FieldError field={field} error={state.error} label={label} />}
      </div>
    );
  }
  return (
    <GroupFrame field={field} state={state} label={label}>
      {content}
    </GroupFrame>
  );
}
