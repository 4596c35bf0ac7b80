import type { ReactNode } from 'react';
import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useConnections } from '../../headless/useConnections.js';
import { useFlow } from '../flow/FlowContext.js';
import { toShownName } from '../../domain/shownName.js';
import { Notice } from '../parts/Notice.js';
import { useText } from '../root/text.js';
import { ConnectProgress } from '../connect/ConnectProgress.js';
import { ReconnectButton } from '../connect/ReconnectButton.js';
import { StepConnectPanel } from '../connect/StepConnectPanel.js';
import { useConnectFlow } from '../connect/useConnectFlow.js';

interface ChoiceRecoveryProps {
  readonly template: ConnectionTemplate;
  readonly connection: Connection;
}

/** Warns that a chosen connection does not work; offers to repair it and shows the result. */
export function ChoiceRecovery({ template, connection }: ChoiceRecoveryProps): ReactNode {
  const { t } = useText();
  const { integration, actions } = useFlow();
  const { environmentId } = integration;
  const list = useConnections({ environmentId, connectionTemplateId: template.id });
  const connect = useConnectFlow(
    template,
    list.status === 'ready' ? list : null,
    (repaired) => actions.chooseConnection(template.id, repaired),
    connection,
  );
  return (
    <dd className="onb-repair">
      {!isUsable(connection) && connect.form === null && (
        <Notice
          tone="warning"
          actions={
            connect.reconnect && <ReconnectButton connection={connection} connect={connect} />
          }
        >
          <p>
            {t('template.unhealthy', {
              connection: toShownName(connection.name) || t('unnamed'),
              integration: integration.name,
            })}
          </p>
        </Notice>
      )}
      {connect.form !== null && (
        <StepConnectPanel
          template={template}
          connect={connect}
          list={list.status === 'ready' ? list : { connections: [], hasMore: false }}
        />
      )}
      <ConnectProgress connect={connect} />
    </dd>
  );
}
