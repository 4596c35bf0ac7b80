import { isRefusedWith } from '../platform/platformFailure.js';
import { toProblemError, toUnknownOutcome } from '../problems.js';
import { notFound } from '../problemError.js';
import { findIntegration } from '../requestContext.js';
import type { Operation } from './operation.js';
import { findOwnActivation } from './findOwnActivation.js';
import { wasRejected, withWriteDeadline } from './withWriteDeadline.js';

export const deactivate: Operation<'deactivate'> = async ({ context, services, parameters }) => {
  const { environmentId } = findIntegration(context, parameters.environmentId);
  const { activationId } = parameters;
  const { id } = await findOwnActivation(services, context, { environmentId, activationId });
  try {
    await withWriteDeadline(services, context, (writer) =>
      services.platform.deleteActivation(writer, { environmentId, activationId: id }),
    );
  } catch (error) {
    if (isRefusedWith(error, 404)) throw notFound();
    if (wasRejected(error)) throw toProblemError(error);
    // The answer was lost: the list tells whether the activation is still there.
    const left = await withWriteDeadline(services, context, (writer) =>
      services.activationLists.listFresh(writer, environmentId),
    ).catch(() => null);
    if (left === null || left.some((each) => each.id === id)) throw toUnknownOutcome(error);
  }
  return { status: 204 };
};
