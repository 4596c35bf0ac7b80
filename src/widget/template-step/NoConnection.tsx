import { useState, type ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectButton } from '../connect/ConnectButton.js';
import type { ConnectFlow } from '../connect/useConnectFlow.js';

interface NoConnectionProps {
  readonly template: ConnectionTemplate;
  readonly connect: ConnectFlow;
  readonly list: Pick<ConnectionList, 'refresh'> & { readonly isRefreshing: boolean };
}

/** Shown where there is nothing to choose: how to get an account. */
export function NoConnection({ template, connect, list }: NoConnectionProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const [hasLooked, setLooked] = useState(false);

  function lookAgain(): void {
    setLooked(false);
    void list.refresh().then(() => setLooked(true));
  }

  return (
    <div {...part('empty')}>
      <div className="onb-empty-actions">
        <ConnectButton
          template={template}
          connect={connect}
          label="template.connectNew"
          isPrimary
        />
        {!connect.isWaiting && (
          <Button variant="plain" part="look-again" isBusy={list.isRefreshing} onClick={lookAgain}>
            {t('template.lookAgain')}
          </Button>
        )}
      </div>
      <p role="status" className={hasLooked ? undefined : 'onb-visually-hidden'}>
        {hasLooked && t('template.nothingNew')}
      </p>
    </div>
  );
}
