import { hostApi } from '../../wire/hostApi.js';
import { readAccountAddress } from '../connecting/accountAddress.js';
import {
  answerConnectionRequest,
  type ConnectionRequest,
} from '../connecting/answerConnectionRequest.js';
import { readOwn } from '../connecting/ownConnections.js';
import { type ConnectionWrite } from '../connecting/writeOnce.js';
import type { PlatformConnection } from '../platform/connectionShape.js';
import type { ConnectionState, NewCredential } from '../platform/newConnection.js';
import type { Caller } from '../platform/platformCalls.js';
import { notFound } from '../problemError.js';
import type { Operation } from './operation.js';
import { sendWrite } from './withWriteDeadline.js';

export const reconnectConnection: Operation<'reconnectConnection'> = (input) => {
  const { services, context, parameters } = input;
  return answerConnectionRequest(input, {
    call: hostApi.reconnectConnection,
    status: 200,
    async findConnectionId(template) {
      const own = await readOwn(services, context, template, parameters.connectionId);
      if (own === null) throw notFound();
      return own.connection.id;
    },
    toWrite: (request, readCredentials) =>
      toWrite(request, readCredentials, parameters.connectionId),
  });
};

function toWrite(
  request: ConnectionRequest,
  readCredentials: () => Promise<readonly NewCredential[]>,
  connectionId: string,
): ConnectionWrite {
  const { services, context, template, body } = request;
  const isAddressGiven = body.baseUrl !== undefined && body.baseUrl.trim() !== '';
  const baseUrl = isAddressGiven
    ? readAccountAddress(body.baseUrl, template.connectRules)
    : undefined;
  let state: ConnectionState | undefined;
  return {
    async prepare() {
      state = await services.platform.getConnection(context, connectionId);
      return (await readCredentials()).map(({ id }) => id);
    },
    send: async () =>
      send(request, connectionId, { state, baseUrl, credentials: await readCredentials() }),
    confirm: (made) => Promise.resolve(made),
    find: (caller, ids) => findWithCredentials(request, caller, connectionId, ids),
    read: (caller, id) => readOwn(services, caller, template, id),
  };
}

interface ConnectionUpdate {
  readonly state: ConnectionState | undefined;
  /** Absent: the address stays. */
  readonly baseUrl: string | undefined;
  readonly credentials: readonly NewCredential[];
}

function send(
  { services, context }: ConnectionRequest,
  connectionId: string,
  { state, baseUrl, credentials }: ConnectionUpdate,
): Promise<PlatformConnection> {
  const change = {
    connectionId,
    name: state?.name ?? '',
    baseUrl: baseUrl ?? state?.baseUrl ?? '',
    credentials,
  };
  return sendWrite(services, context, (writer) =>
    services.platform.updateConnection(writer, change),
  );
}

/** The connection, once it has the credentials that were sent; their ids are this intent's own. */
async function findWithCredentials(
  { services, template }: ConnectionRequest,
  caller: Caller,
  connectionId: string,
  ids: readonly string[],
): Promise<PlatformConnection | null> {
  const { credentialIds } = await services.platform.getConnection(caller, connectionId);
  if (!ids.every((id) => credentialIds.includes(id))) return null;
  return readOwn(services, caller, template, connectionId);
}
