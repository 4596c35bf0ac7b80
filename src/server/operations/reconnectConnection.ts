import { hostApi } from '../../wire/hostApi.js';
import type { ConnectionBody } from '../../wire/connectionBody.js';
import type { Answer } from '../answer.js';
import { readBody } from '../body.js';
import { readAccountAddress } from '../connecting/accountAddress.js';
import { createClaimedTickets } from '../connecting/claimedTickets.js';
import {
  type ConnectionIntent,
  type ConnectionPlace,
  createConnectionIntent,
} from '../connecting/connectionIntent.js';
import { toConnectionProblem } from '../connecting/connectionProblem.js';
import { findConnectTarget } from '../connecting/connectTarget.js';
import { openCredentials } from '../connecting/openedCredentials.js';
import { readOwn } from '../connecting/ownConnections.js';
import { type ConnectionWrite, writeOnce } from '../connecting/writeOnce.js';
import type { DefinedTemplate } from '../definitions.js';
import { readIdempotencyKey } from '../idempotencyKey.js';
import type { PlatformConnection } from '../platform/connectionShape.js';
import type { ConnectionState, NewCredential } from '../platform/newConnection.js';
import type { Caller } from '../platform/platformCalls.js';
import { isProvablyNotProcessed, isRefusedWith } from '../platform/platformFailure.js';
import { withRetries } from '../platform/retry.js';
import { notFound } from '../problemError.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';
import type { Operation } from './operation.js';
import { withWriteDeadline } from './withWriteDeadline.js';

export const reconnectConnection: Operation<'reconnectConnection'> = async (operation) => {
  const { request, context, services, parameters } = operation;
  const idempotencyKey = readIdempotencyKey(request);
  const template = await findConnectTarget(services, context, parameters);
  const body = await readBody(request, context.deadline, hostApi.reconnectConnection);
  const own = await readOwn(services, context, template, parameters.connectionId);
  if (own === null) throw notFound();
  const { id } = own.connection;
  const place = { ...parameters, connectionId: id };
  const intent = await createConnectionIntent(services, context, place, body, idempotencyKey);
  const answer = (): Promise<Answer> =>
    reconnect({ services, context, intent, place, template, body, connectionId: id });
  return services.sharedRuns(intent.key + intent.bodyHash, answer);
};

interface Reconnection {
  readonly services: Services;
  readonly context: RequestContext;
  readonly intent: ConnectionIntent;
  readonly place: ConnectionPlace;
  readonly template: DefinedTemplate;
  readonly body: ConnectionBody;
  readonly connectionId: string;
}

async function reconnect(reconnection: Reconnection): Promise<Answer> {
  const { services, context, intent, place, template, body, connectionId } = reconnection;
  const isAddressGiven = body.baseUrl !== undefined && body.baseUrl.trim() !== '';
  const baseUrl = isAddressGiven
    ? readAccountAddress(body.baseUrl, template.connectRules)
    : undefined;
  const opened = await openCredentials(services, context, place, template, body.credentials);
  const { credentials } = opened;
  const tickets = createClaimedTickets(intent, opened.tickets);
  let state: ConnectionState | undefined;
  const write: ConnectionWrite = {
    async prepare() {
      state = await services.platform.getConnection(context, connectionId);
      await tickets.take();
      return credentials.map(({ id }) => id);
    },
    send: () => send(reconnection, { state, baseUrl, credentials }),
    confirm: (made) => Promise.resolve(made),
    find: (caller, ids) => findWithCredentials(reconnection, caller, ids),
    read: (caller, id) => readOwn(services, caller, template, id),
  };
  try {
    const { connection } = await writeOnce(services, context, intent, write);
    services.walkedPages.invalidate(context.user.externalId);
    return { status: 200, body: connection.connection };
  } catch (error) {
    await tickets.giveBackAfter(error);
    if (isRefusedWith(error, 404)) throw notFound();
    throw toConnectionProblem(error, body);
  }
}

interface ConnectionUpdate {
  readonly state: ConnectionState | undefined;
  /** Absent: the address stays. */
  readonly baseUrl: string | undefined;
  readonly credentials: readonly NewCredential[];
}

function send(
  { services, context, connectionId }: Reconnection,
  { state, baseUrl, credentials }: ConnectionUpdate,
): Promise<PlatformConnection> {
  const { runtime, platform } = services;
  const change = {
    connectionId,
    name: state?.name ?? '',
    baseUrl: baseUrl ?? state?.baseUrl ?? '',
    credentials,
  };
  return withWriteDeadline(services, context, (writer) =>
    withRetries({ runtime, deadline: writer.deadline }, isProvablyNotProcessed, () =>
      platform.updateConnection(writer, change),
    ),
  );
}

/** The connection, once it has the credentials that were sent; their ids are this intent's own. */
async function findWithCredentials(
  { services, template, connectionId }: Reconnection,
  caller: Caller,
  ids: readonly string[],
): Promise<PlatformConnection | null> {
  const { credentialIds } = await services.platform.getConnection(caller, connectionId);
  if (!ids.every((id) => credentialIds.includes(id))) return null;
  return readOwn(services, caller, template, connectionId);
}
