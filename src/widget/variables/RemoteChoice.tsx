import { useState, type ReactNode } from 'react';
import { isSameJson, type JsonValue } from '../../domain/json.js';
import { toText } from '../../variables/errorParameters.js';
import { toValue } from '../../variables/toValue.js';
import { OMITTED, type VariableInput } from '../../variables/variableInput.js';
import type { LoadVariableOptions, VariableOption } from '../options/variableOptions.js';
import { Button } from '../parts/Button.js';
import { Combobox } from './Combobox.js';
import type { FieldProps } from './FieldFrame.js';
import { useRemoteOptions } from './useRemoteOptions.js';
import { useVariables } from './VariablesContext.js';

export interface RemoteChoiceProps extends FieldProps {
  readonly load: LoadVariableOptions;
  readonly toInput: (value: JsonValue) => VariableInput;
}

/** One of the host's own values: searched and read page by page, when the user asks for them. */
export function RemoteChoice({ load, toInput, ...props }: RemoteChoiceProps): ReactNode {
  const { field, state } = props;
  const { form, t } = useVariables();
  const { store } = form;
  const [search, setSearch] = useState('');
  const [known, setKnown] = useState<VariableOption | null>(null);
  const remote = useRemoteOptions(load, store.getValues);
  const { status, items } = remote;
  const value = toValue(field, state.input, []);
  const isChosen = (option: VariableOption): boolean =>
    value !== undefined && isSameJson(option.value, value);
  const named = [...(known === null ? [] : [known]), ...items].find(isChosen);
  const messages = {
    idle: '',
    loading: t('field.loading'),
    ready: items.length === 0 ? t('field.noMatches') : '',
    failed: t('field.optionsFailed'),
  };

  function choose(key: string | null): void {
    const option = key === null ? undefined : items[Number(key)];
    setKnown(option ?? null);
    store.setInput(field, option === undefined ? OMITTED : toInput(option.value));
  }

  return (
    <Combobox
      {...props}
      options={items.map((option, index) => ({
        key: String(index),
        label: option.label,
        isChosen: isChosen(option),
      }))}
      chosenLabel={value === undefined ? '' : (named?.label ?? toText(value))}
      onChoose={choose}
      onSearch={(text) => {
        setSearch(text);
        remote.load(text, text !== '');
      }}
      status={messages[status]}
      isBusy={status === 'loading'}
      isFailed={status === 'failed'}
    >
      {status === 'failed' && (
        <Button variant="quiet" part="retry" onClick={() => remote.load(search)}>
          {t('field.retry')}
        </Button>
      )}
      {status === 'ready' && remote.next !== undefined && (
        <Button variant="quiet" part="load-more" onClick={() => remote.loadMore(search)}>
          {t('field.loadMore')}
        </Button>
      )}
    </Combobox>
  );
}
