import type { ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import { ConnectionDetails } from '../parts/ConnectionDetails.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { usePart } from '../root/part.js';
import type { ShownConnection } from './shownConnections.js';

interface ShownConnectionRowProps {
  readonly shown: ShownConnection;
  readonly children?: ReactNode;
}

/** Shows one connection of an activation and its health. */
export function ShownConnectionRow({ shown, children }: ShownConnectionRowProps): ReactNode {
  const part = usePart();
  const { label, labels, connection, template } = shown;
  return (
    <div {...part('account')} data-usable={isUsable(connection)}>
      <dt dir="auto">
        <SystemIcon name={label} url={template?.iconUrl} />
        {label}
      </dt>
      <dd>
        <span className="onb-account-name" dir="auto">
          {labels.name}
        </span>
        <ConnectionDetails labels={labels} />
        <HealthBadge health={connection.health} />
        {children}
      </dd>
    </div>
  );
}
