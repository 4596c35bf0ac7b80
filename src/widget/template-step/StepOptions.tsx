import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { ConnectButton } from '../connect/ConnectButton.js';
import { RemoveButton, useCanRemove } from '../connect/RemoveButton.js';
import type { ConnectFlow } from '../connect/useConnectFlow.js';

interface StepOptionsProps {
  readonly template: ConnectionTemplate;
  readonly connect: ConnectFlow;
  readonly chosen: Connection | undefined;
  readonly onRemoved: (id: string) => void;
}

/** Below the accounts: another one, or one less. */
export function StepOptions(props: StepOptionsProps): ReactNode {
  const { template, connect, chosen, onRemoved } = props;
  const canRemove = useCanRemove(template);
  if (connect.open === null && (!canRemove || chosen === undefined)) return null;
  return (
    <div className="onb-step-options">
      <ConnectButton template={template} connect={connect} label="template.connectAnother" />
      {chosen !== undefined && (
        <RemoveButton
          key={`remove ${chosen.id}`}
          template={template}
          connection={chosen}
          onRemoved={() => onRemoved(chosen.id)}
        />
      )}
    </div>
  );
}
