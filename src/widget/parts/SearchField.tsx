import type { ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { SearchInput } from './SearchInput.js';

interface SearchFieldProps {
  readonly label: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** How many are left, read aloud as it changes. */
  readonly count: string;
  readonly children?: ReactNode;
}

/** A search field with the count of what it leaves. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, search, onSearch, count, children } = props;
  const part = usePart();
  return (
    <div {...part('search')}>
      <SearchInput label={label} search={search} onSearch={onSearch} />
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
