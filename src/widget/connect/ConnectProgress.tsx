import type { ReactNode } from 'react';
import type { CoreKey } from '../../messages/enCore.js';
import { Button } from '../parts/Button.js';
import { toShownName } from '../../domain/shownName.js';
import { Notice } from '../parts/Notice.js';
import { usePart } from '../root/part.js';
import { useText, type Text } from '../root/text.js';
import type { ConnectFlow } from './useConnectFlow.js';

interface ConnectProgressProps {
  readonly connect: ConnectFlow;
  /** False: the step has a button of its own for it. */
  readonly canLookAgain?: boolean;
}

/**
 * Announces the progress of the host's connect flow. While it is open, nothing is blocked, and there
 * are ways out: a popup that was blocked or closed may never tell.
 */
export function ConnectProgress({ connect, canLookAgain = true }: ConnectProgressProps): ReactNode {
  const part = usePart();
  const text = useText();
  const { t } = text;
  const { connecting, isWaiting, look, cancel } = connect;
  const problem = toProblem(text, connect);
  const lookAgain = (
    <Button variant="plain" part="look-again" onClick={look}>
      {t('template.lookAgain')}
    </Button>
  );
  const isConnected = connecting.status === 'connected';
  return (
    <div {...part('connecting', connecting.status)}>
      <p className={isConnected ? 'onb-connecting-status' : 'onb-visually-hidden'} role="status">
        {isWaiting && t('template.connecting')}
        {isConnected &&
          t(toConnectedKey(connect, connecting.broken !== null), {
            connection: toShownName(connecting.connection.name) || t('unnamed'),
          })}
      </p>
      {isWaiting && (
        <Notice
          tone="info"
          actions={
            <>
              {lookAgain}
              <Button variant="quiet" part="stop-waiting" onClick={cancel}>
                {t('template.connecting.cancel')}
              </Button>
            </>
          }
        >
          <p>{t('template.connecting.text')}</p>
        </Notice>
      )}
      {problem !== '' && (
        <Notice
          tone={connecting.status === 'failed' ? 'danger' : 'info'}
          isAlert
          actions={canLookAgain && connecting.status === 'nothingNew' && lookAgain}
        >
          <p>{problem}</p>
        </Notice>
      )}
    </div>
  );
}

function toProblem({ t }: Text, { connecting }: ConnectFlow): string {
  if (connecting.status === 'failed') return t('template.connectFailed');
  if (connecting.status !== 'nothingNew') return '';
  const { broken } = connecting;
  if (broken === null) return t('template.nothingNew');
  return t('template.notRepaired', { connection: toShownName(broken.name) || t('unnamed') });
}

/** Nothing has checked what was typed into the form: it is not said to work. */
function toConnectedKey({ isInPlace }: ConnectFlow, isRepair: boolean): CoreKey {
  if (!isRepair) return 'template.connected';
  return isInPlace ? 'template.signedInAgain' : 'template.reconnected';
}
