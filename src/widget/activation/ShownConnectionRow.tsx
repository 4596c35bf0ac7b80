import type { ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import { ConnectionDetails } from '../parts/ConnectionDetails.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import type { ShownConnection } from './shownConnections.js';

interface ShownConnectionRowProps {
  readonly shown: ShownConnection;
  readonly children?: ReactNode;
}

/** One account of an activation, and how it is. */
export function ShownConnectionRow({ shown, children }: ShownConnectionRowProps): ReactNode {
  const part = usePart();
  const { label, labels, connection } = shown;
  return (
    <div {...part('account')} data-usable={isUsable(connection)}>
      <dt dir="auto">{label}</dt>
      <dd>
        <span className="onb-account-name" dir="auto">
          {labels.name}
        </span>
        <ConnectionDetails labels={{ ...labels, times: [] }} />
        <HealthBadge health={connection.health} />
        {children}
      </dd>
    </div>
  );
}

/** An account that the host provides for everybody. */
export function ManagedRow({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part('account', 'managed')}>
      <dt dir="auto">{template.name}</dt>
      <dd>
        <span className="onb-managed">
          <Icon name="lock" /> {t('review.managed')}
        </span>
      </dd>
    </div>
  );
}
