import { type ConnectionScope, walkConnections } from '../connectionWalk.js';
import type { DefinedTemplate } from '../definitions.js';
import { isPlatformId } from '../ids.js';
import type { PlatformConnection } from '../platform/connectionShape.js';
import type { Caller } from '../platform/platformCalls.js';
import { toProblemError } from '../problems.js';
import { ProblemError } from '../problemError.js';
import type { Services } from '../services.js';

/**
 * Finds a connection among the user's own of a system: only that list proves whose it is. Stops at the
 * match; only the end of the list rules a connection out.
 * @param isFresh True: joins no read that began earlier; for use after a write.
 * @throws {ProblemError} 503 where the deadline ends first.
 */
export async function findOwnConnection(
  services: Services,
  caller: Caller,
  scope: ConnectionScope,
  isWanted: (connection: PlatformConnection['connection']) => boolean,
  isFresh = false,
): Promise<PlatformConnection | null> {
  try {
    for await (const { items } of walkConnections(services, caller, scope, { isFresh })) {
      const found = items.find(({ connection }) => isWanted(connection));
      if (found !== undefined) return found;
    }
    return null;
  } catch (error) {
    const isLate = toProblemError(error).code === 'timeout';
    throw isLate ? new ProblemError('unavailable', { cause: error }) : error;
  }
}

/** Finds it by its id; a text that is no id of the platform matches nothing. */
export async function findOwnConnectionById(
  services: Services,
  caller: Caller,
  scope: ConnectionScope,
  connectionId: string,
  isFresh = false,
): Promise<PlatformConnection | null> {
  if (!isPlatformId(connectionId)) return null;
  return findOwnConnection(services, caller, scope, ({ id }) => id === connectionId, isFresh);
}

/** The user's own connections of a template's system; `null`: the platform does not know the user. */
export async function toOwnScope(
  { endUsers }: Services,
  caller: Caller,
  { systemId }: Pick<DefinedTemplate, 'systemId'>,
): Promise<ConnectionScope | null> {
  const endUserId = await endUsers.resolveId(caller);
  return endUserId === null ? null : { systemId, endUserId };
}

/** Reads one of the user's own as it is now; `null`: there is none, or it is another's. */
export async function readOwn(
  services: Services,
  caller: Caller,
  template: Pick<DefinedTemplate, 'systemId'>,
  connectionId: string,
): Promise<PlatformConnection | null> {
  const scope = await toOwnScope(services, caller, template);
  return scope && findOwnConnectionById(services, caller, scope, connectionId, true);
}
