import { useId, type ReactNode } from 'react';
import { Icon } from './Icon.js';

interface SearchInputProps {
  readonly label: string;
  /** Default: the label. */
  readonly placeholder?: string | undefined;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly maxLength?: number | undefined;
  /** The key that leads here, shown in the field. */
  readonly shortcut?: string | undefined;
}

/** A field that narrows a list while the user types. No part of the form of a host's page. */
export function SearchInput(props: SearchInputProps): ReactNode {
  const { label, placeholder = label, search, onSearch, maxLength, shortcut } = props;
  const id = useId();
  return (
    <>
      <label className="onb-visually-hidden" htmlFor={id}>
        {label}
      </label>
      <span className="onb-filter-field">
        <Icon name="search" />
        <input
          id={id}
          className="onb-input"
          type="search"
          form=""
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={maxLength}
          placeholder={placeholder}
          aria-keyshortcuts={shortcut}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
        {shortcut !== undefined && (
          <kbd className="onb-key" aria-hidden="true">
            {shortcut}
          </kbd>
        )}
      </span>
    </>
  );
}
