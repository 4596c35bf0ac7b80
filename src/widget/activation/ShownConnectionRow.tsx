import type { ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import { AccountDetails } from '../parts/AccountDetails.js';
import { ConnectionDetails } from '../parts/ConnectionDetails.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { usePart } from '../root/part.js';
import type { ShownConnection } from './shownConnections.js';

/** Shows one connection of an activation and its health. */
export function ShownConnectionRow({ shown }: { readonly shown: ShownConnection }): ReactNode {
  const part = usePart();
  const { label, labels, connection, template } = shown;
  return (
    <div {...part('account')} data-usable={isUsable(connection)}>
      <dt>
        <SystemIcon name={label} url={template?.iconUrl} />
        <span dir="auto">{label}</span>
      </dt>
      <dd>
        <span className="onb-account-name" dir="auto">
          {labels.name}
        </span>
        <ConnectionDetails labels={labels} />
        <HealthBadge health={connection.health} />
        <AccountDetails connection={connection} labels={labels} />
      </dd>
    </div>
  );
}
