import { findTemplate } from '../connecting/connectTarget.js';
import { readOwn } from '../connecting/ownConnections.js';
import { mapWithLimit } from '../mapWithLimit.js';
import { isRefusedWith, PlatformFailure } from '../platform/platformFailure.js';
import { toProblemError, toUnknownOutcome } from '../problems.js';
import { notFound, ProblemError } from '../problemError.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';
import type { Operation } from './operation.js';
import { wasRejected, withWriteDeadline } from './withWriteDeadline.js';

export const removeConnection: Operation<'removeConnection'> = async (operation) => {
  const { context, services, parameters } = operation;
  const template = await findTemplate(services, context, parameters);
  if (template.removable !== true) {
    throw new ProblemError('forbidden', { detail: 'Accounts cannot be removed here.' });
  }
  const own = await readOwn(services, context, template, parameters.connectionId);
  if (own === null) throw notFound();
  const { id } = own.connection;
  const usedBy = await listUses(services, context, id);
  if (usedBy.length > 0) throw inUse(usedBy);
  try {
    await withWriteDeadline(services, context, (writer) =>
      services.platform.deleteConnection(writer, id),
    );
  } catch (error) {
    if (isRefusedWith(error, 404)) throw notFound();
    if (isRefusedForUse(error)) throw inUse([]);
    if (wasRejected(error)) throw toProblemError(error);
    // The answer was lost: the list tells whether the connection is still there.
    const isGone = await withWriteDeadline(services, context, (reader) =>
      readOwn(services, reader, template, id),
    ).then(
      (left) => left === null,
      () => false,
    );
    if (!isGone) throw toUnknownOutcome(error);
  } finally {
    services.walkedPages.invalidate(context.user.externalId);
  }
  return { status: 204 };
};

/** So many lists are asked for at once: a host with many integrations must not flood the platform. */
const maxConcurrent = 6;

/** The names of the user's integrations that use a connection. */
async function listUses(
  services: Services,
  context: RequestContext,
  connectionId: string,
): Promise<readonly string[]> {
  const names = await mapWithLimit(context.integrations, maxConcurrent, async (integration) => {
    const { environmentId } = integration;
    const activations = await services.activationLists.listFresh(context, environmentId);
    const isUsed = activations.some(({ connections }) =>
      connections.some(({ connection }) => connection.id === connectionId),
    );
    if (!isUsed) return null;
    return (await services.getDefinition(context, integration)).name;
  });
  return names.filter((name) => name !== null);
}

function inUse(usedBy: readonly string[]): ProblemError {
  const detail = 'This account is in use.';
  return new ProblemError('conflict', { detail, usedBy });
}

/** No status is documented for it; those of credentials, limits and gateways mean something else. */
function isRefusedForUse(error: unknown): boolean {
  if (!(error instanceof PlatformFailure) || error.reason.kind !== 'refused') return false;
  return [400, 409, 412, 422, 423].includes(error.reason.status);
}
