import { useState, type ReactNode } from 'react';
import { Combobox } from './Combobox.js';
import { filterOptions, MAX_SHOWN } from './OptionFilter.js';
import type { OptionListProps } from './OptionSelect.js';
import { useVariables } from './VariablesContext.js';

/** One of so many options that they have to be searched. */
export function FilteredChoice(props: OptionListProps): ReactNode {
  const { options, chosen, onChoose } = props;
  const { t } = useVariables();
  const [search, setSearch] = useState('');
  const isChosen = (index: number): boolean => index === chosen;
  const found = filterOptions(options, search, (index) => search === '' && isChosen(index));
  const total = options.length;
  const narrow = found.length < MAX_SHOWN ? '' : t('field.narrow', { count: found.length, total });
  return (
    <Combobox
      {...props}
      options={found.map(({ index, label }) => ({
        key: String(index),
        label,
        isChosen: isChosen(index),
      }))}
      chosenLabel={options.find(({ index }) => isChosen(index))?.label ?? ''}
      onChoose={(key) => onChoose(key === null ? null : Number(key))}
      onSearch={setSearch}
      status={found.length === 0 ? t('field.noMatches') : narrow}
    />
  );
}
