import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import { useFlow } from '../flow/FlowContext.js';
import { Button } from '../parts/Button.js';
import { toShownName } from '../../domain/shownName.js';
import { Notice } from '../parts/Notice.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ReconnectButton } from '../connect/ReconnectButton.js';
import type { ConnectFlow } from '../connect/useConnectFlow.js';

interface UnhealthyChoiceProps {
  readonly connection: Connection;
  readonly connect: ConnectFlow;
  /** How often the user wanted to go on with it, and is asked first each time. */
  readonly timesAsked: number;
  readonly onUse: () => void;
  readonly onOther: () => void;
}

/** Warns of a connection that does not work as soon as it is chosen; asks before the user goes on. */
export function UnhealthyChoice(props: UnhealthyChoiceProps): ReactNode {
  const { connection, connect, timesAsked, onUse, onOther } = props;
  const part = usePart();
  const { t } = useText();
  const { integration } = useFlow();
  const id = useId();
  const question = useRef<HTMLDivElement>(null);
  const reconnect = <ReconnectButton connection={connection} connect={connect} />;

  useLayoutEffect(() => {
    if (timesAsked > 0) question.current?.focus();
  }, [timesAsked]);

  const warning = (
    <p id={id}>
      {t('template.unhealthy', {
        connection: toShownName(connection.name) || t('unnamed'),
        integration: integration.name,
      })}
    </p>
  );
  if (timesAsked === 0) {
    return (
      <Notice tone="warning" isAlert actions={connect.reconnect && reconnect}>
        {warning}
      </Notice>
    );
  }

  return (
    <div
      {...part('question')}
      ref={question}
      role="alertdialog"
      tabIndex={-1}
      aria-label={t('template.unhealthy.ask')}
      aria-describedby={id}
    >
      <Notice
        tone="warning"
        heading={t('template.unhealthy.ask')}
        actions={
          <>
            {reconnect}
            <Button variant="plain" part="choose-other" onClick={onOther}>
              {t('template.unhealthy.other')}
            </Button>
            <Button variant="danger" part="use-anyway" onClick={onUse}>
              {t('template.unhealthy.use')}
            </Button>
          </>
        }
      >
        {warning}
      </Notice>
    </div>
  );
}
