import { useState, type ReactNode } from 'react';
import type { NumberField, TextField } from '../../variables/field.js';
import { getText, toTextInput, toTypedInput } from '../../variables/variableInput.js';
import { Button } from '../parts/Button.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { hasTextAid, LazyTextAid } from './LazyTextAid.js';
import { RevealButton } from './RevealButton.js';
import { TextInput } from './TextInput.js';
import { useVariables } from './VariablesContext.js';

/** Texts of one or many lines, numbers, secrets. */
export function TextControl(props: FieldProps<TextField | NumberField>): ReactNode {
  const { field, state, label, isBare } = props;
  const { form, part, t, getId } = useVariables();
  const id = getId(field.key);
  const [isRevealed, setIsRevealed] = useState(false);
  const { isKept } = state;
  const isEmptyText = getText(state.input) === '';
  const hasNote = isKept || isEmptyText;
  const canBeEmpty =
    'allowsEmpty' in field && field.allowsEmpty && state.error?.keyword === 'required';
  const { unit } = field.hints;
  const hasUnit = unit !== undefined && !('format' in field);
  const notes = [...(hasUnit ? [`${id}-u`] : []), ...(hasNote ? [`${id}-n`] : [])];
  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <div className="onb-text-row">
        <TextInput field={field} state={state} notes={notes} isRevealed={isRevealed} />
        {hasUnit && (
          <span {...part('unit')} id={`${id}-u`} dir="auto">
            {unit}
          </span>
        )}
        {'format' in field && hasTextAid(field) && !field.readOnly && (
          <LazyTextAid
            field={field}
            label={label}
            text={getText(state.input) ?? ''}
            onText={(text) => form.store.setInput(field, toTypedInput(text))}
          />
        )}
        {field.secret && (
          <RevealButton
            label={label}
            isRevealed={isRevealed}
            onToggle={() => setIsRevealed(!isRevealed)}
          />
        )}
      </div>
      {hasNote && (
        <p {...part('note')} id={`${id}-n`}>
          {t(isKept ? 'field.secretSet' : 'field.isEmpty')}
        </p>
      )}
      {canBeEmpty && (
        <Button
          variant="quiet"
          part="use-empty"
          onClick={() => {
            form.store.setInput(field, toTextInput(''));
            // Nothing was typed: what is wrong now is said at once.
            form.store.leave(field);
          }}
        >
          {t('field.useEmpty')}
        </Button>
      )}
    </FieldFrame>
  );
}
