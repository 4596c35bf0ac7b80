import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useFlow } from '../flow/FlowContext.js';
import { Button } from '../parts/Button.js';
import { isFocusLost } from '../parts/isFocusLost.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectionFilter } from './ConnectionFilter.js';
import { ConnectionRow } from './ConnectionRow.js';
import { HiddenChoice } from './HiddenChoice.js';
import { MoreConnections } from './MoreConnections.js';
import { useRowLabels } from './rowLabels.js';
import type { ConnectionsFilter } from './useFilteredConnections.js';
import { useRowWindow } from './useRowWindow.js';

/** Below this many a filter costs more than it saves. */
const FILTER_FROM = 8;

interface ConnectionChoicesProps {
  readonly template: ConnectionTemplate;
  readonly list: ConnectionList;
  readonly filter: ConnectionsFilter;
  readonly chosen: Connection | undefined;
  readonly refused: Connection | null;
  readonly heading: string;
  /** The element that says that one must be chosen. */
  readonly errorId: string | undefined;
}

/** Lists the user's connections as one radio group, with a filter where there are many. */
export function ConnectionChoices(props: ConnectionChoicesProps): ReactNode {
  const { template, list, filter, chosen, refused, heading, errorId } = props;
  const part = usePart();
  const { t } = useText();
  const { actions } = useFlow();
  const window = useRowWindow(filter);
  const rows = withChosen(window.rows, chosen, filter.search);
  const labels = useRowLabels(rows, template);
  const groupName = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const hasFilter = list.hasMore || list.connections.length >= FILTER_FROM;
  const isHidden = chosen !== undefined && !rows.includes(chosen);

  // "Show more" goes when there is no more; the focus then belongs to what it has brought.
  const lastBefore = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (lastBefore.current === undefined || !isFocusLost()) return;
    const radios = [...(group.current?.querySelectorAll('input') ?? [])];
    const index = radios.findIndex(({ value }) => value === lastBefore.current);
    radios[index + 1]?.focus();
    lastBefore.current = undefined;
  });

  return (
    <>
      {hasFilter && <ConnectionFilter filter={filter} shownCount={window.rows.length} />}
      {isHidden && <HiddenChoice template={template} connection={chosen} />}
      {window.hasEarlier && (
        <Button variant="plain" part="earlier" onClick={window.showEarlier}>
          {t('template.earlier')}
        </Button>
      )}
      <fieldset {...part('connections')} ref={group}>
        <legend className="onb-visually-hidden">{heading}</legend>
        {rows.map((connection) => (
          <ConnectionRow
            key={connection.id}
            groupName={groupName}
            template={template}
            connection={connection}
            labels={labels.get(connection.id)}
            isChosen={connection.id === chosen?.id}
            isRefused={connection.id === refused?.id}
            errorId={errorId}
            onChoose={actions.chooseConnection}
          />
        ))}
      </fieldset>
      <MoreConnections
        filter={filter}
        hasLater={window.hasLater}
        onMore={() => {
          lastBefore.current = rows.at(-1)?.id;
          window.showLater();
        }}
      />
    </>
  );
}

/** A choice that is on no shown page (from a draft, say) still stands at the top. */
function withChosen(
  rows: readonly Connection[],
  chosen: Connection | undefined,
  search: string,
): readonly Connection[] {
  if (chosen === undefined || search.trim() !== '') return rows;
  return rows.some(({ id }) => id === chosen.id) ? rows : [chosen, ...rows];
}
