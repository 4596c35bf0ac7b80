import type { ReactNode } from 'react';
import type { ObjectField } from '../../variables/field.js';
import { OMITTED, toObjectInput } from '../../variables/variableInput.js';
import { Button } from '../parts/Button.js';
import type { FieldProps } from './FieldFrame.js';
import { useVariables } from './VariablesContext.js';

interface GroupButtonProps extends Omit<FieldProps<ObjectField>, 'state'> {
  /** Moves the focus to the first element within the group that fits. */
  readonly focusAfter: (selector: string) => void;
}

/** Opens a group that is within itself, or takes out one that was opened. */
export function GroupButton({ field, label, focusAfter }: GroupButtonProps): ReactNode {
  const { t, form } = useVariables();

  function open(): void {
    form.store.setInput(field, toObjectInput({}, { presence: 'new' }));
    focusAfter('input, select, textarea, button');
  }

  function close(): void {
    form.store.setInput(field, OMITTED);
    focusAfter('button');
  }

  return field.open ? (
    <Button variant="quiet" part="close-group" onClick={close}>
      {t('field.remove', { name: label })}
    </Button>
  ) : (
    <Button variant="plain" part="open-group" onClick={open}>
      {t('field.addItem', { name: label })}
    </Button>
  );
}
