import { useId, type ReactNode } from 'react';
import { Icon } from './Icon.js';
import { usePart } from '../root/part.js';

interface SearchFieldProps {
  readonly label: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** How many are left, read aloud as it changes. */
  readonly count: string;
  readonly children?: ReactNode;
}

/** A field that narrows a list while the user types, and what it leaves. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, search, onSearch, count, children } = props;
  const part = usePart();
  const id = useId();
  return (
    <div {...part('search')}>
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
          placeholder={label}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </span>
      {children}
      <p {...part('count')} role="status">
        {count}
      </p>
    </div>
  );
}

/** Whether a text holds every word that is looked for, in whatever order and case. */
export function matchesSearch(text: string, search: string): boolean {
  const held = text.toLocaleLowerCase();
  const words = search.trim().toLocaleLowerCase().split(/\s+/);
  return words.every((word) => held.includes(word));
}
