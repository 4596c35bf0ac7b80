import { useEffect, useState, type ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectButton } from '../connect/ConnectButton.js';
import { lazyConnectAccount } from '../connect/ConnectPanel.js';
import { asksForNothing } from '../connect/connectWays.js';
import { StepConnectPanel } from '../connect/StepConnectPanel.js';
import type { ConnectFlow } from '../connect/useConnectFlow.js';

interface NoConnectionProps {
  readonly template: ConnectionTemplate;
  readonly connect: ConnectFlow;
  readonly list: Pick<ConnectionList, 'connections' | 'hasMore' | 'refresh'> & {
    readonly isRefreshing: boolean;
  };
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

  const isInPlace = connect.isInPlace && connect.open !== null;
  useEffect(() => {
    if (isInPlace) lazyConnectAccount.preload();
  }, [isInPlace]);

  // Where there is nothing to fill in, the form is but the button that signs in.
  const isPermanent =
    isInPlace && template.connect !== null && asksForNothing(template.connect, false);
  const isFormShown = isPermanent || connect.form !== null;
  const isSaidAlready = connect.connecting.status === 'nothingNew';
  return (
    <div {...part('empty')}>
      {isFormShown && (
        <StepConnectPanel
          template={template}
          connect={connect}
          list={list}
          isPermanent={isPermanent}
          isTitled={false}
        />
      )}
      {connect.open === null && <NotHere template={template} />}
      <div className="onb-empty-actions">
        {!isFormShown && (
          <ConnectButton
            template={template}
            connect={connect}
            label="template.connectNew"
            isPrimary
          />
        )}
        {!connect.isWaiting && connect.form === null && (
          <Button variant="plain" part="look-again" isBusy={list.isRefreshing} onClick={lookAgain}>
            {t('template.lookAgain')}
          </Button>
        )}
      </div>
      <p role="status" className={hasLooked && !isSaidAlready ? undefined : 'onb-visually-hidden'}>
        {hasLooked && t('template.nothingNew')}
      </p>
    </div>
  );
}

/** Says that accounts come from elsewhere, with the host's help on it. */
function NotHere({ template }: Pick<NoConnectionProps, 'template'>): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { helpUrl, name } = template;
  return (
    <p>
      {t('template.notHere', { template: name })}{' '}
      {helpUrl !== undefined && (
        <a {...part('connect-help')} href={helpUrl} target="_blank" rel="noreferrer">
          {t('template.help', { template: name })}
        </a>
      )}
    </p>
  );
}
