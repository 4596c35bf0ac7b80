import { useId, useMemo, useState, type ReactNode } from 'react';
import type { IntegrationSummary } from '../../domain/integration.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { HubCard } from './HubCard.js';
import { hubStates, toHubState, type HubState } from './hubState.js';
import { useHubText } from './hubText.js';
import { matchesSearch, SearchField } from '../parts/SearchField.js';

/** Below this many, search and filter cost more than they save. */
const FILTER_FROM = 8;

interface HubCardsProps {
  readonly integrations: readonly IntegrationSummary[];
  /** The one that the user came back from. */
  readonly focusedId: string | null;
  readonly onOpen: (environmentId: string) => void;
}

/** What the user has to fix comes first, then what is active, else the host's order. */
const ORDER: readonly HubState[] = ['attention', 'active'];

function toOrdered(integrations: readonly IntegrationSummary[]): readonly IntegrationSummary[] {
  const toPlace = (summary: IntegrationSummary): number => {
    const place = ORDER.indexOf(toHubState(summary));
    return place === -1 ? ORDER.length : place;
  };
  return integrations.toSorted((one, other) => toPlace(one) - toPlace(other));
}

/** Shows the integrations as cards, with a search where there are many. */
export function HubCards({ integrations, focusedId, onOpen }: HubCardsProps): ReactNode {
  const part = usePart();
  const { t } = useHubText();
  const [search, setSearch] = useState('');
  const [state, setState] = useState<HubState | ''>('');
  const canFilter = integrations.length >= FILTER_FROM;
  const shown = useMemo(
    () =>
      toOrdered(
        canFilter
          ? integrations.filter(
              (each) =>
                (state === '' || toHubState(each) === state) &&
                matchesSearch(`${each.name} ${each.description ?? ''}`, search),
            )
          : integrations,
      ),
    [canFilter, integrations, search, state],
  );
  if (integrations.length === 0) return <p {...part('empty')}>{t('hub.none')}</p>;
  return (
    <>
      {canFilter && (
        <SearchField
          label={t('hub.search')}
          search={search}
          onSearch={setSearch}
          count={t('hub.count', { count: shown.length })}
        >
          <StateFilter integrations={integrations} state={state} onFilter={setState} />
        </SearchField>
      )}
      {shown.length === 0 && (
        <div {...part('empty')}>
          <p>{t('hub.noMatch')}</p>
          <Button
            variant="plain"
            part="clear-filter"
            onClick={() => {
              setSearch('');
              setState('');
            }}
          >
            {t('hub.clear')}
          </Button>
        </div>
      )}
      <ul className="onb-hub-list">
        {shown.map((summary) => (
          <li key={summary.environmentId}>
            <HubCard
              summary={summary}
              takesFocus={summary.environmentId === focusedId}
              onOpen={() => onOpen(summary.environmentId)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface StateFilterProps {
  readonly integrations: readonly IntegrationSummary[];
  readonly state: HubState | '';
  readonly onFilter: (state: HubState | '') => void;
}

/** Filters by the states that occur; any other would match nothing. */
function StateFilter({ integrations, state, onFilter }: StateFilterProps): ReactNode {
  const part = usePart();
  const { t } = useHubText();
  const id = useId();
  const present = new Set(integrations.map(toHubState));
  return (
    <span {...part('state-filter')}>
      <label className="onb-visually-hidden" htmlFor={id}>
        {t('hub.filter')}
      </label>
      <select
        id={id}
        className="onb-input"
        form=""
        value={state}
        onChange={({ target }) => onFilter(hubStates.find((known) => known === target.value) ?? '')}
      >
        <option value="">{t('hub.filter.all')}</option>
        {hubStates
          .filter((known) => known === state || present.has(known))
          .map((known) => (
            <option key={known} value={known}>
              {t(`hub.state.${known}`)}
            </option>
          ))}
      </select>
    </span>
  );
}
