import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useFlow } from '../flow/FlowContext.js';
import { ConnectPanel } from './ConnectPanel.js';
import { toProposedName } from './connectWays.js';
import type { ConnectFlow } from './useConnectFlow.js';

interface StepConnectPanelProps {
  readonly template: ConnectionTemplate;
  readonly connect: ConnectFlow;
  readonly list: Pick<ConnectionList, 'connections' | 'hasMore'>;
  /** True: the form stands there from the start, so it neither takes the focus nor closes. */
  readonly isPermanent?: boolean;
  /** False: the step's own heading says it already. Default: true. */
  readonly isTitled?: boolean;
}

/** The form of a flow's step, in which an account is connected or signed in to again. */
export function StepConnectPanel(props: StepConnectPanelProps): ReactNode {
  const { template, connect, list, isPermanent = false, isTitled } = props;
  const { integration } = useFlow();
  const broken = connect.form?.broken ?? null;
  return (
    <ConnectPanel
      key={broken?.id ?? 'new'}
      integration={integration}
      template={template}
      broken={broken}
      proposedName={toProposedName(template, list)}
      isTitled={isTitled}
      takesFocus={!isPermanent}
      onConnected={connect.finishForm}
      onCancel={isPermanent ? undefined : connect.closeForm}
    />
  );
}
