import { useRef, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import type { EntryRow, ObjectField } from '../../variables/field.js';
import {
  getObject,
  toObjectInput,
  type InputEntry,
  type ObjectInput,
} from '../../variables/variableInput.js';
import { FieldError } from './FieldError.js';
import type { FieldProps } from './FieldFrame.js';
import { FieldView } from './FieldView.js';
import { hasNameError } from './hasNameError.js';
import { RowButton } from './RowButton.js';
import { useDrawnCount } from './useDrawnCount.js';
import { useFocusAfter } from './useFocusAfter.js';
import { useFieldState, useVariables } from './VariablesContext.js';

/** Properties with names of the user's own: a name and a value in each row. */
export function EntryRows({ field, label }: Omit<FieldProps<ObjectField>, 'state'>): ReactNode {
  const { form, part, t, announce } = useVariables();
  const root = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter(root);
  const drawn = useDrawnCount(field.entries.length);

  const getInput = (): ObjectInput =>
    getObject(form.store.getFieldInput(field)) ?? toObjectInput({});
  const getInputEntries = (): readonly InputEntry[] => getInput().entries ?? [];

  function change(next: readonly InputEntry[]): void {
    form.store.setInput(field, { ...getInput(), entries: next });
  }

  function add(): void {
    const entries = getInputEntries();
    const id = Math.max(-1, ...entries.map((row) => row.id)) + 1;
    change([...entries, { id, name: null, input: null }]);
    announce(t('field.added', { name: t('field.entry', { position: entries.length + 1 }) }));
    focusAfter(`:scope > ul > [data-row="${id}"] input`);
  }

  function remove({ id }: EntryRow, position: number): void {
    change(getInputEntries().filter((row) => row.id !== id));
    announce(t('field.removed', { name: t('field.entry', { position }) }));
    focusAfter(':scope > [data-onb-part="add-entry"]');
  }

  function rename({ id }: EntryRow, name: string): void {
    change(
      getInputEntries().map((row) =>
        row.id === id ? { ...row, name: name === '' ? null : name } : row,
      ),
    );
  }

  return (
    <div ref={root} {...part('entries')}>
      <ul {...part('list-rows')}>
        {field.entries.slice(0, drawn).map((row, index) => (
          <li {...part('list-row')} key={row.id} data-row={row.id}>
            <EntryName
              row={row}
              position={index + 1}
              isFixed={field.readOnly}
              onRename={(name) => rename(row, name)}
            />
            <FieldView field={row.field} isNamed label={toValueLabel(row, t('field.entryValue'))} />
            <div {...part('row-actions')}>
              <RowButton
                part="remove-row"
                label={t('field.remove', {
                  name: row.name || t('field.entry', { position: index + 1 }),
                })}
                isOff={field.readOnly}
                onPress={() => remove(row, index + 1)}
              />
            </div>
          </li>
        ))}
      </ul>
      {field.canAddEntry && !field.readOnly && (
        <Button variant="plain" part="add-entry" onClick={add}>
          {t('field.add', { name: label })}
        </Button>
      )}
    </div>
  );
}

/** Labels a value with the name of its row. */
function toValueLabel({ name, field }: EntryRow, fallback: string): string {
  return name || field.title || fallback;
}

interface EntryNameProps {
  readonly row: EntryRow;
  readonly position: number;
  readonly isFixed: boolean;
  readonly onRename: (name: string) => void;
}

function EntryName({ row, position, isFixed, onRename }: EntryNameProps): ReactNode {
  const context = useVariables();
  const { part, t, getId, form } = context;
  const state = useFieldState(context, row.field);
  const value = getId(row.field.key);
  const id = `${value}-k`;
  const isWrong = hasNameError(row.field, state);
  const label = t('field.item', { name: t('field.entryName'), position });
  return (
    <div {...part('field', isWrong ? 'invalid' : undefined)} data-kind="name">
      <label {...part('label')} htmlFor={id}>
        {label}
      </label>
      <input
        {...part('input')}
        id={id}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        readOnly={isFixed}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${value}-e` : undefined}
        value={row.name ?? ''}
        onChange={(event) => onRename(event.target.value)}
        onBlur={() => form.store.leave(row.field)}
      />
      {isWrong && state.error && <FieldError field={row.field} error={state.error} label={label} />}
    </div>
  );
}
