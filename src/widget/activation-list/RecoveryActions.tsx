import { useState, type ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
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
  const { reconnect, replace } = handlers;
  const names = { connection: labels.name, integration: integration.name };
  const hasWay = template !== undefined && (reconnect ?? replace) !== undefined;
  return (
    <div {...part('way-out')}>
      {isBroken && <p>{t(hasWay ? 'activation.broken' : 'activation.brokenForGood', names)}</p>}
      {template && reconnect && (
        <SignInAgain name={labels.name} onReconnect={() => reconnect(template, connection)} />
      )}
      {template && isBroken && reconnect === undefined && replace && (
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
