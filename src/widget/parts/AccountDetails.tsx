import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectionDetails } from './ConnectionDetails.js';
import { toFullLabels, type ConnectionLabels } from './connectionLabels.js';

interface AccountDetailsProps {
  readonly connection: Connection;
  /** The labels that are shown already. */
  readonly labels: ConnectionLabels;
}

/** Folds away how a connection signs in and since when it is there; renders nothing where neither is known. */
export function AccountDetails({ connection, labels }: AccountDetailsProps): ReactNode {
  const part = usePart();
  const text = useText();
  const { details, times } = toFullLabels(text, connection, labels);
  const further = details.filter((detail) => !labels.details.includes(detail));
  if (further.length === 0 && times.length === 0) return null;
  return (
    <details {...part('account-details')}>
      <summary className="onb-account-summary">
        {text.t('details')}
        <span className="onb-visually-hidden"> {labels.name}</span>
      </summary>
      <ConnectionDetails labels={{ name: labels.name, details: further, times }} />
    </details>
  );
}
