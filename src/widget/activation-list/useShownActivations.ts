import { useMemo, useState } from 'react';
import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import { matchesSearch } from '../parts/SearchField.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { useText } from '../root/text.js';
import { toActivationTitles } from '../activation/shownConnections.js';

/** Below this many a filter costs more than it saves. */
export const FILTER_FROM = 8;

/** How many cards are shown at first, and how many more at a time. */
const PAGE = 20;

/** What takes the focus, a new object each time: the heading, or a card where it is shown. */
export interface CardsFocus {
  /** Absent: the heading. */
  readonly activationId?: string;
}

export interface ShownActivations {
  readonly activations: readonly Activation[];
  /** What each is called, by its id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  /** How many match, shown or not. */
  readonly matches: number;
  /** `null`: all that match are shown. */
  readonly showMore: (() => void) | null;
}

/** A long list a page at a time, narrowed by what the user looks for among their titles. */
export function useShownActivations(
  activations: readonly Activation[],
  integration: Integration,
  focus: CardsFocus | null,
): ShownActivations {
  const text = useText();
  const [search, setSearch] = useState('');
  const [pages, setPages] = useState(1);
  const { formatConnection } = useFlowOptions();
  const titles = useMemo(
    () => toActivationTitles(text, activations, integration, formatConnection),
    [text, activations, integration, formatConnection],
  );
  const isFiltered = activations.length >= FILTER_FROM && search.trim() !== '';
  const matching = isFiltered
    ? activations.filter(({ id }) => matchesSearch(titles.get(id) ?? '', search))
    : activations;
  // The card that the user comes back to is shown, however far down it stands.
  const focused = matching.findIndex(({ id }) => id === focus?.activationId);
  const count = Math.max(pages * PAGE, focused + 1);
  return {
    activations: matching.slice(0, count),
    titles,
    search,
    setSearch,
    matches: matching.length,
    showMore: matching.length > count ? () => setPages(Math.ceil(count / PAGE) + 1) : null,
  };
}
