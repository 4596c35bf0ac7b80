import { useState, type ReactNode } from 'react';
import { isSameJson, type JsonValue } from '../../domain/json.js';
import { toText } from '../../variables/errorParameters.js';
import { toValue } from '../../variables/toValue.js';
import { OMITTED, type VariableInput } from '../../variables/variableInput.js';
import { Button } from '../parts/Button.js';
import type { FieldProps } from './FieldFrame.js';
import { GroupFrame } from './GroupFrame.js';
import { useRemoteOptions } from './useRemoteOptions.js';
import { useVariables } from './VariablesContext.js';
import type { LoadVariableOptions, VariableOption } from '../options/variableOptions.js';

interface RemoteControlProps extends FieldProps {
  readonly load: LoadVariableOptions;
  readonly toInput: (value: JsonValue) => VariableInput;
}

/** One of the host's own values: searched and read page by page, when the user asks for them. */
export function RemoteControl(props: RemoteControlProps): ReactNode {
  const { field, state, label, isBare, load, toInput } = props;
  const { form, part, t, getId } = useVariables();
  const { store } = form;
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<VariableOption | null>(null);
  const remote = useRemoteOptions(load, store.getValues);
  const id = getId(field.key);
  const value = toValue(field, state.input, []);
  const isChosen = (option: JsonValue): boolean => value !== undefined && isSameJson(option, value);
  const known = [...(chosen === null ? [] : [chosen]), ...remote.items];
  const current = known.find((option) => isChosen(option.value))?.label;
  const none = { value: null, label: t('field.notSet') };

  function choose(option: VariableOption | null): void {
    setChosen(option);
    store.setInput(field, option === null ? OMITTED : toInput(option.value));
  }

  function toggle(): void {
    setOpen(!isOpen);
    if (!isOpen) remote.load(search);
  }

  return (
    <GroupFrame field={field} state={state} label={label} isBare={isBare} role="radiogroup">
      <output {...part('const')} dir="auto">
        {value === undefined ? none.label : (current ?? toText(value))}
      </output>
      {!field.readOnly && (
        <Button
          variant="quiet"
          part="toggle-options"
          id={id}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {t(isOpen ? 'field.close' : 'field.change', { name: label })}
        </Button>
      )}
      {isOpen && (
        <div {...part('remote', remote.status)} aria-busy={remote.status === 'loading'}>
          <input
            {...part('input')}
            type="search"
            dir="auto"
            autoComplete="off"
            aria-label={t('field.search', { name: label })}
            placeholder={t('field.search', { name: label })}
            value={search}
            onChange={({ target }) => {
              setSearch(target.value);
              remote.load(target.value, true);
            }}
          />
          {[...(field.required ? [] : [none]), ...remote.items].map((option) => (
            <label {...part('option')} key={toText(option.value) + option.label}>
              <input
                {...part('radio')}
                type="radio"
                name={`${id}-o`}
                checked={option === none ? value === undefined : isChosen(option.value)}
                onChange={() => choose(option === none ? null : option)}
                onBlur={() => store.leave(field)}
              />
              <span dir="auto">{option.label}</span>
            </label>
          ))}
          <p {...part('note')} role="status">
            {remote.status === 'loading' && t('field.loading')}
            {remote.status === 'ready' && remote.items.length === 0 && t('field.noMatches')}
            {remote.status === 'failed' && t('field.optionsFailed')}
          </p>
          {remote.status === 'failed' && (
            <Button variant="quiet" part="retry" onClick={() => remote.load(search)}>
              {t('field.retry')}
            </Button>
          )}
          {remote.status === 'ready' && remote.next !== undefined && (
            <Button variant="quiet" part="load-more" onClick={() => remote.loadMore(search)}>
              {t('field.loadMore')}
            </Button>
          )}
        </div>
      )}
    </GroupFrame>
  );
}
