import {
  useCallback,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { isSameJson } from '../../domain/json.js';
import { isWithin } from '../../domain/pointer.js';
import type { VariablesFormStore } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { toValue } from '../../variables/toValue.js';
import { FieldGroups } from './FieldGroups.js';
import { toLength, useDrawnCount } from './useDrawnCount.js';
import { useVariables } from './VariablesContext.js';

interface MoreFieldsProps {
  readonly fields: readonly Field[];
}

/**
 * Settings that most users leave as they are, folded. Open from the start where one of them holds a
 * value that is not its default, and as soon as one has an error. What was open once stays mounted.
 */
export function MoreFields({ fields }: MoreFieldsProps): ReactNode {
  const { form, part, t } = useVariables();
  const { store } = form;
  const [isOpen, setIsOpen] = useState(() => fields.some((field) => holdsValue(store, field)));
  const [wasOpen, setWasOpen] = useState(isOpen);
  const getSummary = useCallback(() => store.getForm().summary, [store]);
  const summary = useSyncExternalStore(store.subscribeForm, getSummary, getSummary);
  const [seen, setSeen] = useState(summary);

  // Only a new list of errors opens it: the user may fold away what was said.
  if (seen !== summary) {
    setSeen(summary);
    const isWrong = fields.some(({ pointer }) =>
      summary.some(({ path }) => isWithin(path, pointer)),
    );
    if (isWrong) setIsOpen(true);
  }
  if (isOpen && !wasOpen) setWasOpen(true);

  return (
    <details
      {...part('more')}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary {...part('more-summary')}>
        {t('field.moreSettings', { count: fields.length })}
      </summary>
      {wasOpen && <DrawnFields fields={fields} />}
    </details>
  );
}

function DrawnFields({ fields }: MoreFieldsProps): ReactNode {
  const { part, onDrawn } = useVariables();
  const drawn = useDrawnCount(fields.length);
  useLayoutEffect(onDrawn, [onDrawn]);
  return (
    <div {...part('group-fields', toLength(fields.length))}>
      <FieldGroups fields={fields.slice(0, drawn)} />
    </div>
  );
}

function holdsValue(store: VariablesFormStore, field: Field): boolean {
  const value = toValue(field, store.getFieldInput(field), []);
  if (value === undefined || (field.default !== undefined && isSameJson(value, field.default))) {
    return false;
  }
  // A group is not touched where nothing in it is.
  if (field.kind !== 'object') return true;
  return field.entries.length > 0 || field.fields.some((inner) => holdsValue(store, inner));
}
