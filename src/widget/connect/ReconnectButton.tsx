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

/** Begins to repair a connection; renders nothing where that is not possible. */
export function ReconnectButton({ connection, connect }: ReconnectButtonProps): ReactNode {
  const { t } = useText();
  const { reconnect, isWaiting, isInPlace } = connect;
  if (reconnect === null) return null;
  const key = isInPlace ? 'template.signInAgain' : 'template.reconnect';
  const name = toShownName(connection.name) || t('unnamed');
  return (
    <Button
      variant="primary"
      part="reconnect"
      isBusy={isWaiting}
      aria-label={t(`${key}.of`, { connection: name })}
      onClick={() => reconnect(connection)}
    >
      {t(key)}
    </Button>
  );
}
