import { useState, type ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { CoreKey } from '../../messages/enCore.js';
import { useFlow } from '../flow/FlowContext.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { useText } from '../root/text.js';

interface ConnectNewButtonProps {
  readonly template: ConnectionTemplate;
  readonly label: Extract<CoreKey, 'template.connectNew' | 'template.connectAnother'>;
  readonly refresh: () => Promise<readonly Connection[]>;
  readonly isPrimary?: boolean;
}

/** Opens the host's own way to make a connection, then chooses what came of it. */
export function ConnectNewButton(props: ConnectNewButtonProps): ReactNode {
  const { template, label, refresh, isPrimary = false } = props;
  const { t } = useText();
  const { integration, actions, options } = useFlow();
  const [state, setState] = useState<'idle' | 'waiting' | 'failed'>('idle');
  const { onConnectNew } = options;
  if (onConnectNew === undefined) return null;

  async function connect(open: NonNullable<typeof onConnectNew>): Promise<void> {
    setState('waiting');
    try {
      const result = await open({ integration, template, reason: 'new' });
      const connections = await refresh();
      const made = connections.find(({ id }) => id === result?.connectionId);
      if (made) actions.chooseConnection(template.id, made);
      setState('idle');
    } catch {
      setState('failed'); // The host's flow tells its own story; here it ends in a way to go on.
    }
  }

  return (
    <>
      {state === 'failed' && (
        <Notice tone="danger" isAlert>
          <p>{t('template.connectFailed')}</p>
        </Notice>
      )}
      <Button
        variant={isPrimary ? 'primary' : 'plain'}
        part="connect-new"
        isBusy={state === 'waiting'}
        onClick={() => void connect(onConnectNew)}
      >
        {state === 'waiting' ? t('template.connecting') : t(label, { template: template.name })}
      </Button>
    </>
  );
}
