import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { RefusalNotice } from '../flow/RefusalNotice.js';
import { StepFrame } from '../flow/StepFrame.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectionFilter } from './ConnectionFilter.js';
import { ConnectionRow } from './ConnectionRow.js';
import { ConnectNewButton } from './ConnectNewButton.js';
import { findPrefilled } from './prefilled.js';
import { useFilteredConnections } from './useFilteredConnections.js';
import { useRowWords } from './rowWords.js';

/** Below this many a filter costs more than it saves. */
const FILTER_FROM = 8;

interface ConnectionPickerProps {
  readonly template: ConnectionTemplate;
  readonly list: ConnectionList;
  readonly heading: string;
}

/** The user's accounts as one group of radios, with a filter where there are many. */
export function ConnectionPicker({ template, list, heading }: ConnectionPickerProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { integration, actions, options } = useFlow();
  const confirmed = useFlowSlice((state) => state.choices.get(template.id));
  const prefilled = findPrefilled(list, options.initialConnections?.[template.id]);
  const chosen = confirmed ?? prefilled;
  const filter = useFilteredConnections(integration.environmentId, template, list);
  const rows = withChosen(filter.connections, chosen, filter.search);
  const words = useRowWords(rows, template, options.formatConnection);
  const groupName = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && chosen === undefined;

  function goOn(): void {
    if (chosen === undefined) {
      setAsked(true);
      group.current?.querySelector('input')?.focus();
      return;
    }
    if (confirmed === undefined) actions.chooseConnection(template.id, chosen);
    actions.next();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.target.type === 'radio') goOn();
  }

  return (
    <StepFrame
      name="template"
      heading={heading}
      lead={t('template.lead', { integration: integration.name, template: template.name })}
      action={
        <Button variant="primary" part="continue" onClick={goOn}>
          {t('continue')}
        </Button>
      }
    >
      <RefusalNotice />
      {(list.hasMore || list.connections.length >= FILTER_FROM) && (
        <ConnectionFilter filter={filter} list={list} />
      )}
      <fieldset
        {...part('connections')}
        ref={group}
        aria-describedby={isMissing ? `${groupName}error` : undefined}
        onKeyDown={onKeyDown}
      >
        <legend className="onb-visually-hidden">{heading}</legend>
        {rows.map((connection) => (
          <ConnectionRow
            key={connection.id}
            groupName={groupName}
            template={template}
            connection={connection}
            words={words.get(connection.id)}
            isChosen={connection.id === chosen?.id}
            onChoose={actions.chooseConnection}
          />
        ))}
      </fieldset>
      {isMissing && (
        <p {...part('error')} id={`${groupName}error`} role="alert">
          {t('template.required')}
        </p>
      )}
      {confirmed === undefined && prefilled !== undefined && list.connections.length === 1 && (
        <p {...part('hint')}>{t('template.prefilled')}</p>
      )}
      {list.hasMore && filter.search === '' && (
        <Button variant="plain" part="more" isBusy={list.isLoadingMore} onClick={list.loadMore}>
          {t(list.isLoadingMore ? 'loading' : 'template.more')}
        </Button>
      )}
      {chosen !== undefined && !isUsable(chosen) && (
        <Notice tone="warning" isAlert>
          <p>
            {t('template.unhealthy', {
              connection: chosen.name.trim() || t('unnamed'),
              integration: integration.name,
            })}
          </p>
        </Notice>
      )}
      <ConnectNewButton
        template={template}
        label="template.connectAnother"
        refresh={list.refresh}
      />
    </StepFrame>
  );
}

/** A choice that is on no loaded page (from a draft, say) still stands at the top. */
function withChosen(
  connections: readonly Connection[],
  chosen: Connection | undefined,
  search: string,
): readonly Connection[] {
  if (chosen === undefined || search !== '') return connections;
  return connections.some(({ id }) => id === chosen.id) ? connections : [chosen, ...connections];
}
