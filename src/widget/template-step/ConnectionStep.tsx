import { useId, useRef, useState, type ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useFlow } from '../flow/FlowContext.js';
import { RefusalNotice } from '../flow/RefusalNotice.js';
import { StepFrame } from '../flow/StepFrame.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectionChoices } from './ConnectionChoices.js';
import { ConnectProgress } from '../connect/ConnectProgress.js';
import { useCanRemove } from '../connect/RemoveButton.js';
import { StepConnectPanel } from '../connect/StepConnectPanel.js';
import { GoneNotice } from './GoneNotice.js';
import { ManagedHint } from './ManagedHint.js';
import { NoConnection } from './NoConnection.js';
import { OnlyConnection } from './OnlyConnection.js';
import { StepOptions } from './StepOptions.js';
import { TemplateFace } from './TemplateFace.js';
import { UnhealthyChoice } from './UnhealthyChoice.js';
import { useChoice } from './useChoice.js';
import { useConnectFlow } from '../connect/useConnectFlow.js';
import { useContinue } from './useContinue.js';
import { useFilteredConnections } from './useFilteredConnections.js';
import { useOnlyConnection } from './useOnlyConnection.js';
import { useLostFocus, useStepFocus } from './useStepFocus.js';
import { useStepKeys } from './useStepKeys.js';

interface ConnectionStepProps {
  readonly template: ConnectionTemplate;
  readonly list: ConnectionList & { readonly isRefreshing: boolean };
  readonly heading: string;
}

/** Shows the connections once they have loaded, or what to do where there are none. */
export function ConnectionStep(props: ConnectionStepProps): ReactNode {
  const { template, list } = props;
  const part = usePart();
  const { t } = useText();
  const { integration, actions } = useFlow();
  const names = { integration: integration.name, template: template.name };
  const filter = useFilteredConnections(integration.environmentId, template, list);
  const step = useRef<HTMLDivElement>(null);
  const focus = useStepFocus(step);
  const { focusRow, expectRow, expectRemoval } = focus;
  const connect = useConnectFlow(template, list, (connection) => {
    actions.chooseConnection(template.id, connection);
    filter.setSearch('');
    expectRow(connection.id);
  });
  useLostFocus(step, focus, connect);
  const [removedId, setRemovedId] = useState<string | null>(null);
  const { connecting } = connect;
  const made = connecting.status === 'connected' ? connecting.connection : null;
  const { chosen, confirmed, prefilledBecause, gone, refused } = useChoice(
    template,
    list,
    made,
    removedId,
  );
  const errorId = useId();
  const end = useContinue(template, { chosen, confirmed }, focusRow);
  const isEmpty = list.connections.length === 0 && !list.hasMore && chosen === undefined;
  const canRepair = chosen !== undefined && !isUsable(chosen) && connect.reconnect !== null;
  const hasOtherPrimary = connect.form !== null || canRepair;
  const canRemove = useCanRemove(template);
  const { only, showAll } = useOnlyConnection(list, chosen);
  const heading = isEmpty
    ? t('template.none.heading', names)
    : only === null
      ? props.heading
      : t('template.only.heading', names);

  // "Change" goes with its press.
  function openChoices(): void {
    showAll();
    if (chosen !== undefined) expectRow(chosen.id);
  }

  const onKeyDown = useStepKeys({
    filter,
    continueWith: end.continueWith,
    focusRow: () => focusRow(chosen?.id),
    onEscape: end.chooseOther,
  });
  return (
    <div className="onb-template-step" role="presentation" ref={step} onKeyDown={onKeyDown}>
      <StepFrame
        name="template"
        heading={heading}
        icon={<TemplateFace template={template} />}
        lead={t(isEmpty ? 'template.none.text' : 'template.lead', names)}
        action={
          isEmpty ? undefined : (
            <Button
              variant={hasOtherPrimary ? 'plain' : 'primary'}
              part="continue"
              onClick={() => end.continueWith(chosen)}
            >
              {t('continue')}
            </Button>
          )
        }
      >
        {gone === null ? <RefusalNotice /> : <GoneNotice connection={gone} />}
        {isEmpty && <NoConnection template={template} connect={connect} list={list} />}
        {only !== null && (
          <OnlyConnection
            template={template}
            connection={only}
            heading={heading}
            onChange={canRemove || connect.open !== null ? openChoices : undefined}
          />
        )}
        {!isEmpty && only === null && (
          <ConnectionChoices
            template={template}
            list={list}
            filter={filter}
            chosen={chosen}
            refused={refused}
            heading={heading}
            errorId={end.isMissing ? errorId : undefined}
          />
        )}
        {end.isMissing && !isEmpty && (
          <p {...part('error')} id={errorId}>
            {t('template.required', { template: template.name })}
          </p>
        )}
        {prefilledBecause === 'former' && only === null && (
          <p {...part('hint')}>{t('template.prefilled.former', { template: template.name })}</p>
        )}
        {chosen !== undefined && !isUsable(chosen) && connect.form?.broken?.id !== chosen.id && (
          <UnhealthyChoice
            key={chosen.id}
            connection={chosen}
            connect={connect}
            timesAsked={end.timesAsked}
            onUse={() => end.continueWith(chosen, true)}
            onOther={end.chooseOther}
          />
        )}
        {!isEmpty && only === null && connect.form === null && (
          <StepOptions
            template={template}
            connect={connect}
            chosen={chosen}
            onRemoved={(id) => {
              setRemovedId(id);
              expectRemoval(id);
            }}
          />
        )}
        {!isEmpty && connect.form !== null && (
          <StepConnectPanel template={template} connect={connect} list={list} />
        )}
        <ConnectProgress connect={connect} canLookAgain={!isEmpty} />
        <ManagedHint template={template} />
      </StepFrame>
    </div>
  );
}
