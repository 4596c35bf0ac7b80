import { useState, type ReactNode } from 'react';
import { isUsable, type Connection } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useReturnedSignIn } from '../../headless/useReturnedSignIn.js';
import { Button } from '../parts/Button.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import { usePart } from '../root/part.js';
import { ConnectPanel } from '../connect/ConnectPanel.js';
import type { RecoveryHandlers } from './recoveryHandlers.js';
import type { ShownConnection } from '../activation/shownConnections.js';
import { useActivationsText } from './activationsText.js';

interface RecoveryActionsProps {
  readonly shown: ShownConnection;
  readonly integration: Integration;
  readonly handlers: RecoveryHandlers;
}

/** Offers what helps a connection that does not work or soon expires; renders nothing otherwise. */
export function RecoveryActions({ shown, integration, handlers }: RecoveryActionsProps): ReactNode {
  const part = usePart();
  const { t } = useActivationsText();
  const { template, connection, labels } = shown;
  const isBroken = !isUsable(connection);
  if (!isBroken && connection.health.status !== 'expiring') return null;
  const { reconnect, canRepairInPlace, replace } = handlers;
  const canRepair = template !== undefined && reconnect === undefined && canRepairInPlace(template);
  const names = { connection: labels.name, integration: integration.name };
  const hasWay = canRepair || (template !== undefined && (reconnect ?? replace) !== undefined);
  return (
    <div {...part('way-out', isBroken ? 'broken' : 'expiring')}>
      <p>
        <b dir="auto">{labels.name}</b> <HealthBadge health={connection.health} />
      </p>
      {isBroken && <p>{t(hasWay ? 'activation.broken' : 'activation.brokenForGood', names)}</p>}
      {template && canRepair && (
        <RepairInPlace
          integration={integration}
          template={template}
          connection={connection}
          name={labels.name}
          onRepaired={handlers.onRepaired}
        />
      )}
      {template && reconnect && (
        <SignInAgain name={labels.name} onReconnect={() => reconnect(template, connection)} />
      )}
      {template && isBroken && reconnect === undefined && !canRepair && replace && (
        <Button
          variant="plain"
          part="use-another"
          aria-label={t('activation.useAnother.of', { template: template.name })}
          onClick={() => replace(template)}
        >
          {t('activation.useAnother')}
        </Button>
      )}
    </div>
  );
}

interface RepairInPlaceProps {
  readonly integration: Integration;
  readonly template: ConnectionTemplate;
  readonly connection: Connection;
  readonly name: string;
  readonly onRepaired: (connection: Connection) => void;
}

/** Signs in again in the card: the activation goes on with it, and with its memory. */
function RepairInPlace(props: RepairInPlaceProps): ReactNode {
  const { integration, template, connection, name, onRepaired } = props;
  const { t } = useActivationsText();
  const { environmentId } = integration;
  const returned = useReturnedSignIn({ environmentId, connectionTemplateId: template.id });
  const [isOpen, setOpen] = useState(returned?.connectionId === connection.id);
  if (!isOpen) {
    return (
      <Button
        variant="primary"
        part="reconnect"
        aria-label={t('template.signInAgain.of', { connection: name })}
        onClick={() => setOpen(true)}
      >
        {t('template.signInAgain')}
      </Button>
    );
  }
  return (
    <ConnectPanel
      integration={integration}
      template={template}
      broken={connection}
      proposedName={name}
      takesFocus
      onConnected={onRepaired}
      onCancel={() => setOpen(false)}
    />
  );
}

interface SignInAgainProps {
  readonly name: string;
  readonly onReconnect: () => Promise<void>;
}

function SignInAgain({ name, onReconnect }: SignInAgainProps): ReactNode {
  const { t } = useActivationsText();
  const [state, setState] = useState<'idle' | 'waiting' | 'failed'>('idle');

  async function reconnect(): Promise<void> {
    setState('waiting');
    try {
      await onReconnect();
      setState('idle');
    } catch {
      setState('failed'); // The host's own way tells its own story; here it ends in a way to go on.
    }
  }

  return (
    <>
      {state === 'failed' && <p role="alert">{t('activation.reconnectFailed')}</p>}
      <Button
        variant="plain"
        part="reconnect"
        aria-label={
          state === 'waiting' ? undefined : t('activation.reconnect.of', { connection: name })
        }
        isBusy={state === 'waiting'}
        onClick={() => void reconnect()}
      >
        {t(state === 'waiting' ? 'template.connecting' : 'activation.reconnect')}
      </Button>
    </>
  );
}
