import type { ReactNode } from 'react';
import type { ListedOption } from './OptionSelect.js';
import { useVariables } from './VariablesContext.js';

/** Past this many options there is a filter. */
export const MANY_OPTIONS = 50;

/** So many are laid out at once: a page with ten thousand would stand still. */
export const MAX_SHOWN = 100;

interface OptionFilterProps {
  readonly id: string;
  readonly label: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly found: number;
  readonly total: number;
}

/** The options that contain the text, and those that are chosen, as many as a page can bear. */
export function filterOptions(
  options: readonly ListedOption[],
  search: string,
  isChosen: (index: number) => boolean,
): readonly ListedOption[] {
  const wanted = search.trim().toLocaleLowerCase();
  const matches: ListedOption[] = [];
  for (const option of options) {
    const isMatch = matches.length < MAX_SHOWN && option.label.toLocaleLowerCase().includes(wanted);
    if (isMatch || isChosen(option.index)) matches.push(option);
  }
  return matches;
}

export function OptionFilter(props: OptionFilterProps): ReactNode {
  const { id, label, search, onSearch, found, total } = props;
  const { part, t } = useVariables();
  return (
    <>
      <input
        {...part('input')}
        type="search"
        dir="auto"
        autoComplete="off"
        aria-label={t('field.filter', { name: label })}
        placeholder={t('field.filter', { name: label })}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <p {...part('note')} id={`${id}-f`} role="status">
        {found === 0
          ? t('field.noMatches')
          : found >= MAX_SHOWN && t('field.narrow', { count: found, total })}
      </p>
    </>
  );
}
