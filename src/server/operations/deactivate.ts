import { isRefusedWith } from '../platform/platformFailure.js';
import { toRefusal, toUnknownOutcome } from '../problems.js';
import { notFound } from '../refusal.js';
import { findIntegration } from '../visit.js';
import type { Operation } from './operation.js';
import { findOwnActivation } from './findOwnActivation.js';
import { wasRejected, withWriteDeadline } from './withWriteDeadline.js';

export const deactivate: Operation = async ({ visit, services, parameters }) => {
  const { environmentId } = findIntegration(visit, parameters['environmentId']);
  const { activationId } = parameters;
  const { id } = await findOwnActivation(services, visit, { environmentId, activationId });
  try {
    await withWriteDeadline(services, visit, (writer) =>
      services.platform.deleteActivation(writer, { environmentId, activationId: id }),
    );
  } catch (error) {
    if (isRefusedWith(error, 404)) throw notFound();
    if (wasRejected(error)) throw toRefusal(error);
    // The answer was lost: the list tells whether the activation is still there.
    const left = await withWriteDeadline(services, visit, (writer) =>
      services.activationLists.look(writer, environmentId),
    ).catch(() => null);
    if (left === null || left.some((each) => each.id === id)) throw toUnknownOutcome(error);
  }
  return { status: 204 };
};
