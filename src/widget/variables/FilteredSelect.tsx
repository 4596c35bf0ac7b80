import { useState, type ReactNode } from 'react';
import { filterOptions, OptionFilter } from './OptionFilter.js';
import { OptionSelect, type OptionListProps } from './OptionSelect.js';
import { useVariables } from './VariablesContext.js';

/** A select of so many options that they have to be searched. */
export function FilteredSelect(props: OptionListProps): ReactNode {
  const { field, label, options, chosen } = props;
  const [search, setSearch] = useState('');
  const id = useVariables().getId(field.key);
  const found = filterOptions(options, search, (index) => index === chosen);
  return (
    <OptionSelect {...props} options={found} note={`${id}-f`}>
      <OptionFilter
        id={id}
        label={label}
        search={search}
        onSearch={setSearch}
        found={found.length}
        total={options.length}
      />
    </OptionSelect>
  );
}
