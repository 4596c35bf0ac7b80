import type { ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import { ConnectionDetails } from '../template-step/ConnectionDetails.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import type { Account } from './toAccounts.js';

interface AccountRowProps {
  readonly account: Account;
  readonly children?: ReactNode;
}

/** One account of an activation, and how it is. */
export function AccountRow({ account, children }: AccountRowProps): ReactNode {
  const part = usePart();
  const { label, words, connection } = account;
  return (
    <div {...part('account')} data-usable={isUsable(connection)}>
      <dt dir="auto">{label}</dt>
      <dd>
        <span className="onb-account-name" dir="auto">
          {words.name}
        </span>
        <ConnectionDetails words={{ ...words, times: [] }} />
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
