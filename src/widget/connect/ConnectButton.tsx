import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { CoreKey } from '../../messages/enCore.js';
import { Button } from '../parts/Button.js';
import { useText } from '../root/text.js';
import type { ConnectFlow } from './useConnectFlow.js';

interface ConnectButtonProps {
  readonly template: ConnectionTemplate;
  readonly connect: ConnectFlow;
  readonly label: Extract<CoreKey, 'template.connectNew' | 'template.connectAnother'>;
  readonly isPrimary?: boolean;
}

/** Begins to connect an account; renders nothing where none can be connected. */
export function ConnectButton(props: ConnectButtonProps): ReactNode {
  const { template, connect, label, isPrimary = false } = props;
  const { t } = useText();
  const { open, isWaiting } = connect;
  if (open === null) return null;
  return (
    <Button
      variant={isPrimary ? 'primary' : 'plain'}
      part="connect-new"
      isBusy={isWaiting}
      onClick={() => open()}
    >
      {isWaiting ? t('template.connecting') : t(label, { template: template.name })}
    </Button>
  );
}
