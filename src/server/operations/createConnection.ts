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
import { toConnectionName } from '../connecting/connectionName.js';
import { toConnectionProblem } from '../connecting/connectionProblem.js';
import { findConnectTarget } from '../connecting/connectTarget.js';
import { openCredentials } from '../connecting/openedCredentials.js';
import { findOwnConnection, readOwn, toOwnScope } from '../connecting/ownConnections.js';
import { type ConnectionWrite, pollFor, writeOnce } from '../connecting/writeOnce.js';
import type { DefinedTemplate } from '../definitions.js';
import { readIdempotencyKey } from '../idempotencyKey.js';
import type { PlatformConnection } from '../platform/connectionShape.js';
import type { NewCredential } from '../platform/newConnection.js';
import type { Caller } from '../platform/platformCalls.js';
import { isProvablyNotProcessed, PlatformFailure } from '../platform/platformFailure.js';
import { withRetries } from '../platform/retry.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';
import type { Operation } from './operation.js';
import { withWriteDeadline } from './withWriteDeadline.js';

export const createConnection: Operation<'createConnection'> = async (operation) => {
  const { request, context, services, parameters } = operation;
  const idempotencyKey = readIdempotencyKey(request);
  const template = await findConnectTarget(services, context, parameters);
  const body = await readBody(request, context.deadline, hostApi.createConnection);
  const place = { ...parameters, connectionId: null };
  const intent = await createConnectionIntent(services, context, place, body, idempotencyKey);
  const answer = (): Promise<Answer> =>
    create({ services, context, intent, place, template, body });
  return services.sharedRuns(intent.key + intent.bodyHash, answer);
};

interface Creation {
  readonly services: Services;
  readonly context: RequestContext;
  readonly intent: ConnectionIntent;
  readonly place: ConnectionPlace;
  readonly template: DefinedTemplate;
  readonly body: ConnectionBody;
}

async function create(creation: Creation): Promise<Answer> {
  const { services, context, intent, place, template, body } = creation;
  const baseUrl = readAccountAddress(body.baseUrl, template.connectRules);
  const opened = await openCredentials(services, context, place, template, body.credentials);
  const tickets = createClaimedTickets(intent, opened.tickets);
  const names = await Promise.all(
    ([0, 1] as const).map((attempt) =>
      toConnectionName(body.name, template.name, intent.key, attempt),
    ),
  );
  const { credentials } = opened;
  const write: ConnectionWrite = {
    async prepare() {
      await resolveOwner(services, context);
      await tickets.take();
      return [];
    },
    send: () => sendNamed(creation, { names, baseUrl, credentials }),
    confirm: ({ connection: { id } }) => confirmOwner(creation, id),
    find: (caller) => findByName(services, caller, template, names),
    read: (caller, id) => readOwn(services, caller, template, id),
  };
  try {
    const { connection, isReplay } = await writeOnce(services, context, intent, write);
    services.walkedPages.invalidate(context.user.externalId);
    return { status: isReplay ? 200 : 201, body: connection.connection };
  } catch (error) {
    await tickets.giveBackAfter(error);
    throw toConnectionProblem(error, body);
  }
}

/** The platform's id of the user, who is made known to it if need be. */
async function resolveOwner({ endUsers }: Services, caller: Caller): Promise<string> {
  return (await endUsers.resolveId(caller)) ?? endUsers.provision(caller);
}

interface NamedConnection {
  /** The second is for where the first is taken. */
  readonly names: readonly string[];
  readonly baseUrl: string | undefined;
  readonly credentials: readonly NewCredential[];
}

async function sendNamed(
  creation: Creation,
  { names, ...connection }: NamedConnection,
): Promise<PlatformConnection> {
  const [first = '', second = ''] = names;
  try {
    return await send(creation, { name: first, ...connection });
  } catch (error) {
    if (!isNameTaken(error)) throw error;
    return send(creation, { name: second, ...connection });
  }
}

function isNameTaken(error: unknown): boolean {
  if (!(error instanceof PlatformFailure) || error.reason.kind !== 'refused') return false;
  const { fields } = error.reason.readTexts();
  return fields.some(({ field }) => /^(connection\.)?name$/.test(field));
}

async function send(
  { services, context, template }: Creation,
  connection: Omit<NamedConnection, 'names'> & { readonly name: string },
): Promise<PlatformConnection> {
  const { runtime, platform } = services;
  return withWriteDeadline(services, context, (writer) =>
    withRetries({ runtime, deadline: writer.deadline }, isProvablyNotProcessed, () =>
      platform.createConnection(writer, { connectionTemplateId: template.id, ...connection }),
    ),
  );
}

/**
 * Finds the new connection among the user's own; `null` where it is not there and was removed. An older
 * platform may ignore whose it is to be, and make one that everybody shares: the user's credentials must
 * not stay in it.
 */
async function confirmOwner(
  { services, context, template }: Creation,
  connectionId: string,
): Promise<PlatformConnection | null> {
  const own = await pollFor(services, context, (reader) =>
    readOwn(services, reader, template, connectionId),
  );
  if (own !== null) return own;
  const { platform, reporter } = services;
  reporter.misconfigured(
    `The platform made connection ${connectionId} for nobody in place of the user, so it is removed. It ignores externalId of CreateConnection: until it is updated, set connect: false for template ${template.id}.`,
    context.errorContext,
  );
  try {
    await withWriteDeadline(services, context, (writer) =>
      platform.deleteConnection(writer, connectionId),
    );
  } catch (error) {
    reporter.error(error, context.errorContext);
  }
  return null;
}

async function findByName(
  services: Services,
  caller: Caller,
  template: DefinedTemplate,
  names: readonly string[],
): Promise<PlatformConnection | null> {
  const scope = await toOwnScope(services, caller, template);
  if (scope === null) return null;
  return findOwnConnection(services, caller, scope, ({ name }) => names.includes(name), true);
}
