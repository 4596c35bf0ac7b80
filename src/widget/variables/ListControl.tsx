import { useRef, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import type { ListField } from '../../variables/field.js';
import { getRows, OMITTED, toListInput, type InputRow } from '../../variables/variableInput.js';
import type { FieldProps } from './FieldFrame.js';
import { FieldView } from './FieldView.js';
import { getRowLabel, toName } from './fieldText.js';
import { GroupFrame } from './GroupFrame.js';
import { RowButton } from './RowButton.js';
import { useDrawnCount } from './useDrawnCount.js';
import { useFocusAfter } from './useFocusAfter.js';
import { useVariables } from './VariablesContext.js';

/** Rows that are added, removed and moved; a tuple's places stay. */
export function ListControl({ field, state, label, isBare }: FieldProps<ListField>): ReactNode {
  const context = useVariables();
  const { form, part, t, getId, announce } = context;
  const root = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter(root);
  const id = getId(field.key);
  const total = field.rows.length;
  const drawn = useDrawnCount(total);
  const name = (index: number): string => getRowLabel(context, field, label, index);

  const getInputRows = (): readonly InputRow[] => getRows(form.store.getFieldInput(field)) ?? [];

  function change(next: readonly InputRow[], message: string, focus: string): void {
    const isLeftOut = next.length === 0 && !field.required;
    form.store.setInput(field, isLeftOut ? OMITTED : toListInput(next));
    announce(message);
    focusAfter(focus);
  }

  function add(): void {
    const rows = getInputRows();
    const next = Math.max(-1, ...rows.map((row) => row.id)) + 1;
    const message = t('field.added', { name: name(total) });
    change([...rows, { id: next, input: null }], message, toRowSelector(next, ROW_CONTROL));
  }

  function remove(index: number): void {
    const left = getInputRows().filter((_, at) => at !== index);
    const neighbour = left[Math.min(index, left.length - 1)];
    const focus =
      neighbour === undefined || index < field.fixed
        ? ADD
        : `${toRowSelector(neighbour.id, REMOVE)}, ${ADD}`;
    change(left, t('field.removed', { name: name(index) }), focus);
  }

  function move(index: number, to: number, button: string): void {
    const rows = getInputRows();
    const row = rows[index];
    if (row === undefined) return;
    const next = rows.toSpliced(index, 1).toSpliced(to, 0, row);
    const message = t('field.moved', { name: name(index), position: to + 1, total });
    change(next, message, toRowSelector(row.id, button));
  }

  return (
    <GroupFrame field={field} state={state} label={label} isBare={isBare}>
      <div ref={root} {...part('list')}>
        <ol {...part('list-rows')}>
          {field.rows.slice(0, drawn).map((row, index) => (
            <li {...part('list-row')} key={row.id} data-row={row.id}>
              <FieldView field={row.field} label={name(index)} />
              {index >= field.fixed && !field.readOnly && (
                <div {...part('row-actions')}>
                  <RowButton
                    part="move-up"
                    label={t('field.moveUp', { name: name(index) })}
                    isOff={index <= field.fixed}
                    onPress={() => move(index, index - 1, UP)}
                  />
                  <RowButton
                    part="move-down"
                    label={t('field.moveDown', { name: name(index) })}
                    isOff={index >= total - 1}
                    onPress={() => move(index, index + 1, DOWN)}
                  />
                  <RowButton
                    part="remove-row"
                    label={t('field.remove', { name: name(index) })}
                    isOff={false}
                    onPress={() => remove(index)}
                  />
                </div>
              )}
            </li>
          ))}
        </ol>
        {total < field.maxItems && !field.readOnly && (
          <Button variant="plain" part="add-row" id={`${id}-add`} onClick={add}>
            {field.itemTitle === undefined
              ? t('field.add', { name: label })
              : t('field.addItem', {
                  name: toName(context, field.itemTitle, field.pointer),
                })}
          </Button>
        )}
      </div>
    </GroupFrame>
  );
}

const ROW_CONTROL = 'input, select, textarea, button';
// Rows within rows have the same parts: only children are this list's own.
const UP = toActionSelector('move-up');
const DOWN = toActionSelector('move-down');
const REMOVE = toActionSelector('remove-row');
const ADD = ':scope > [data-onb-part="add-row"]';

function toActionSelector(part: string): string {
  return `> [data-onb-part="row-actions"] > [data-onb-part="${part}"]`;
}

function toRowSelector(id: number, control: string): string {
  const row = `:scope > ol > [data-row="${id}"]`;
  return control
    .split(', ')
    .map((selector) => `${row} ${selector}`)
    .join(', ');
}
