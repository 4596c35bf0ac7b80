import { useState } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useBackend } from '../../headless/settings.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useConnectNew, type Connecting } from '../../headless/useConnectNew.js';
import type { ReturnedSignIn } from '../../headless/returningSignIn.js';
import { useReturnedSignIn } from '../../headless/useReturnedSignIn.js';
import { useFlow } from '../flow/FlowContext.js';
import type { ConnectNewRequest } from '../options/FlowOptions.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { canConnectInPlace } from './connectWays.js';

/** The form that stands in the page. */
export interface OpenForm {
  /** The connection to sign in to again; `null`: a new one. */
  readonly broken: Connection | null;
}

/** How accounts are connected here: the host's own way, else the form in the page. */
export interface ConnectFlow {
  readonly connecting: Connecting;
  /** True: the host's way is open. */
  readonly isWaiting: boolean;
  /** `null`: no account can be connected here. */
  readonly open: (() => void) | null;
  /** `null`: no account can be repaired here. */
  readonly reconnect: ((broken: Connection) => void) | null;
  /** True: the form in the page, and not the host's way. */
  readonly isInPlace: boolean;
  /** The form in the page; `null`: it is closed. */
  readonly form: OpenForm | null;
  readonly closeForm: () => void;
  /** The form in the page has connected this. */
  readonly finishForm: (connection: Connection) => void;
  /** Looks now; once nothing is waited for any more, the list is read again. */
  readonly look: () => void;
  readonly cancel: () => void;
}

/**
 * `onConnected` is called once with each connection that was made or repaired. `repaired`: the only
 * connection that is signed in to again here; absent: any of the list, or a new one.
 */
export function useConnectFlow(
  template: ConnectionTemplate,
  list: ConnectionList | null,
  onConnected: (connection: Connection) => void,
  repaired?: Connection,
): ConnectFlow {
  const { integration } = useFlow();
  const { onConnectNew } = useFlowOptions();
  const backend = useBackend();
  const returned = useReturnedSignIn({
    environmentId: integration.environmentId,
    connectionTemplateId: template.id,
  });
  const [form, setForm] = useState(
    () =>
      returned &&
      toOpenForm(returned, repaired ? [repaired] : (list?.connections ?? []), !repaired),
  );
  const [made, setMade] = useState<Connecting | null>(null);
  const { connecting, start, refreshNow, cancel } = useConnectNew({
    environmentId: integration.environmentId,
    connectionTemplateId: template.id,
    list,
    onConnected,
  });
  const isWaiting = connecting.status === 'waiting';

  function openForm(broken: Connection | null): void {
    setMade(null);
    setForm({ broken });
  }

  function openHosts(broken: Connection | null): void {
    if (onConnectNew === undefined) return;
    const request: ConnectNewRequest =
      broken === null
        ? { integration, template, reason: 'new' }
        : { integration, template, reason: 'reconnect', connection: broken };
    start(() => onConnectNew(request), broken ?? undefined);
  }

  const openBy = onConnectNew === undefined ? openForm : openHosts;
  const can = (way: 'createConnection' | 'reconnectConnection'): boolean =>
    onConnectNew !== undefined || canConnectInPlace(backend, template, way);
  return {
    connecting: made ?? connecting,
    isWaiting,
    isInPlace: onConnectNew === undefined,
    open: can('createConnection') ? () => openBy(null) : null,
    reconnect: can('reconnectConnection') ? openBy : null,
    form,
    closeForm: () => setForm(null),
    finishForm(connection) {
      setMade({ status: 'connected', connection, broken: form?.broken ?? null });
      setForm(null);
      onConnected(connection);
    },
    look: isWaiting ? refreshNow : () => void list?.refresh(),
    cancel,
  };
}

/** The form that goes on with a sign-in that came back; `null`: it belongs elsewhere. */
function toOpenForm(
  { connectionId }: Pick<ReturnedSignIn, 'connectionId'>,
  known: readonly Connection[],
  isNewHere: boolean,
): OpenForm | null {
  if (connectionId === undefined) return isNewHere ? { broken: null } : null;
  const broken = known.find(({ id }) => id === connectionId);
  return broken === undefined ? null : { broken };
}
