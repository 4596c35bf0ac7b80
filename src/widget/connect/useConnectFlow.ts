import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useConnectNew, type Connecting } from '../../headless/useConnectNew.js';
import { useFlow } from '../flow/FlowContext.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';

/** The host's connect flow, as the buttons use it. */
export interface ConnectFlow {
  readonly connecting: Connecting;
  readonly isWaiting: boolean;
  /** `null`: the host gives none. With a connection: to repair that one. */
  readonly open: ((broken?: Connection) => void) | null;
  /** Looks now; once nothing is waited for any more, the list is read again. */
  readonly look: () => void;
  readonly cancel: () => void;
}

/** `onConnected` is called once with what came of the host's flow. */
export function useConnectFlow(
  template: ConnectionTemplate,
  list: ConnectionList | null,
  onConnected: (connection: Connection) => void,
): ConnectFlow {
  const { integration } = useFlow();
  const { onConnectNew } = useFlowOptions();
  const { connecting, start, refreshNow, cancel } = useConnectNew({
    environmentId: integration.environmentId,
    connectionTemplateId: template.id,
    list,
    onConnected,
  });
  const isWaiting = connecting.status === 'waiting';
  return {
    connecting,
    isWaiting,
    look: isWaiting ? refreshNow : () => void list?.refresh(),
    cancel,
    open:
      onConnectNew === undefined
        ? null
        : (broken) =>
            start(
              () =>
                onConnectNew({
                  integration,
                  template,
                  ...(broken ? { reason: 'reconnect', connection: broken } : { reason: 'new' }),
                }),
              broken,
            ),
  };
}
