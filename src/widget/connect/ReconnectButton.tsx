import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import { Button } from '../parts/Button.js';
import { toShownName } from '../../domain/shownName.js';
import { useText } from '../root/text.js';
import type { ConnectFlow } from './useConnectFlow.js';

interface ReconnectButtonProps {
  readonly connection: Connection;
  readonly connect: ConnectFlow;
}

/** Starts the host's connect flow to repair a connection; renders nothing where the host has none. */
export function ReconnectButton({ connection, connect }: ReconnectButtonProps): ReactNode {
  const { t } = useText();
  const { open, isWaiting } = connect;
  if (open === null) return null;
  const name = toShownName(connection.name) || t('unnamed');
  return (
    <Button
      variant="plain"
      part="reconnect"
      isBusy={isWaiting}
      aria-label={t('template.reconnect.of', { connection: name })}
      onClick={() => open(connection)}
    >
      {t('template.reconnect')}
    </Button>
  );
}
