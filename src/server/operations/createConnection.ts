import { hostApi } from '../../wire/hostApi.js';
import { readAccountAddress } from '../connecting/accountAddress.js';
import {
  answerConnectionRequest,
  type ConnectionRequest,
} from '../connecting/answerConnectionRequest.js';
import { toConnectionName } from '../connecting/connectionName.js';
import { findOwnConnection, readOwn, toOwnScope } from '../connecting/ownConnections.js';
import { type ConnectionWrite, pollFor } from '../connecting/writeOnce.js';
import type { DefinedTemplate } from '../definitions.js';
import type { PlatformConnection } from '../platform/connectionShape.js';
import type { NewCredential } from '../platform/newConnection.js';
import type { Caller } from '../platform/platformCalls.js';
import type { Services } from '../services.js';
import type { Operation } from './operation.js';
import { sendWrite, wasRejected, withWriteDeadline } from './withWriteDeadline.js';

export const createConnection: Operation<'createConnection'> = (input) =>
  answerConnectionRequest(input, {
    call: hostApi.createConnection,
    status: 201,
    findConnectionId: () => Promise.resolve(null),
    toWrite,
  });

async function toWrite(
  request: ConnectionRequest,
  readCredentials: () => Promise<readonly NewCredential[]>,
): Promise<ConnectionWrite> {
  const { services, context, intent, template, body } = request;
  const baseUrl = readAccountAddress(body.baseUrl, template.connectRules);
  const names = await Promise.all(
    ([0, 1] as const).map((attempt) =>
      toConnectionName(body.name, template.name, intent.key, attempt),
    ),
  );
  return {
    async prepare() {
      await resolveOwner(services, context);
      return [];
    },
    send: async () => sendNamed(request, { names, baseUrl, credentials: await readCredentials() }),
    confirm: ({ connection: { id } }) => confirmOwner(request, id),
    find: (caller) => findByName(services, caller, template, names),
    read: (caller, id) => readOwn(services, caller, template, id),
  };
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
  request: ConnectionRequest,
  { names, ...connection }: NamedConnection,
): Promise<PlatformConnection> {
  const [first = '', second = ''] = names;
  try {
    return await send(request, { name: first, ...connection });
  } catch (error) {
    if (!isNameTaken(error)) throw error;
    return send(request, { name: second, ...connection });
  }
}

function isNameTaken(error: unknown): boolean {
  // A gateway's answer does not tell whether the connection was made.
  if (!wasRejected(error) || error.reason.kind !== 'refused') return false;
  const { fields } = error.reason.readTexts();
  return fields.some(({ field }) => /^(connection\.)?name$/.test(field));
}

async function send(
  { services, context, template }: ConnectionRequest,
  connection: Omit<NamedConnection, 'names'> & { readonly name: string },
): Promise<PlatformConnection> {
  const { platform } = services;
  return sendWrite(services, context, (writer) =>
    platform.createConnection(writer, { connectionTemplateId: template.id, ...connection }),
  );
}

/**
 * Finds the new connection among the user's own; `null` where it is not there and was removed. An older
 * platform may ignore whose it is to be, and make one that everybody shares: the user's credentials must
 * not stay in it.
 */
async function confirmOwner(
  { services, context, template }: ConnectionRequest,
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
