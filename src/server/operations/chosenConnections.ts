import type { ChosenConnection } from '../../domain/activation.js';
import { toPointer } from '../../domain/pointer.js';
import { walkConnections } from '../connectionWalk.js';
import type { DefinedTemplate, Definition } from '../definitions.js';
import { isPlatformId } from '../ids.js';
import { toRefusal } from '../problems.js';
import { Refusal, refuseField } from '../refusal.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';

/**
 * Checks the browser's choice: one connection for each template that is the user's to choose for, and
 * each of them the user's own, of that template's system.
 * @throws {Refusal} 422 with the path into the request's body; 503 where the time did not suffice.
 */
export async function verifyChosenConnections(
  services: Services,
  visit: Visit,
  { templates }: Definition,
  chosen: readonly ChosenConnection[],
): Promise<void> {
  const choices = matchTemplates(templates, chosen);
  const endUserId = choices.length === 0 ? null : await services.people.find(visit);
  const areOwn = await Promise.all(
    choices.map(
      async ({ template: { systemId }, existingConnectionId }) =>
        endUserId !== null && isOwn(services, visit, { systemId, endUserId }, existingConnectionId),
    ),
  );
  const foreign = areOwn.indexOf(false);
  if (foreign !== -1) {
    const path = toPointer(['connections', foreign, 'existingConnectionId']);
    throw refuseField(path, 'This is no connection of yours that fits here.');
  }
}

/** The connections as the platform wants them: the browser's own first, in its order. */
export function withManagedConnections(
  { templates }: Definition,
  chosen: readonly ChosenConnection[],
): readonly ChosenConnection[] {
  const managed = templates.flatMap(({ id, staticConnectionId }) =>
    staticConnectionId === undefined
      ? []
      : [{ connectionTemplateId: id, existingConnectionId: staticConnectionId }],
  );
  return [...chosen, ...managed];
}

interface ChosenTemplate {
  readonly template: DefinedTemplate;
  readonly existingConnectionId: string;
}

/** In the browser's order. @throws {Refusal} 422 */
function matchTemplates(
  templates: readonly DefinedTemplate[],
  chosen: readonly ChosenConnection[],
): readonly ChosenTemplate[] {
  const seen = new Set<string>();
  const choices = chosen.map(({ connectionTemplateId, existingConnectionId }, index) => {
    const path = toPointer(['connections', index, 'connectionTemplateId']);
    const template = templates.find(({ id }) => id === connectionTemplateId);
    if (template === undefined || template.managed) {
      throw refuseField(path, 'No connection can be chosen for this template.');
    }
    if (seen.has(template.id)) throw refuseField(path, 'This template is named twice.');
    seen.add(template.id);
    return { template, existingConnectionId };
  });
  const missing = templates.find(({ id, managed }) => !managed && !seen.has(id));
  if (missing !== undefined) {
    throw refuseField('/connections', `A connection for "${missing.name}" is missing.`);
  }
  return choices;
}

/** Stops at the match. Only the end of the list says no; the end of the time says nothing. */
async function isOwn(
  services: Services,
  visit: Visit,
  scope: { readonly systemId: string; readonly endUserId: string },
  connectionId: string,
): Promise<boolean> {
  if (!isPlatformId(connectionId)) return false;
  try {
    for await (const { items } of walkConnections(services, visit, scope)) {
      if (items.some(({ connection }) => connection.id === connectionId)) return true;
    }
    return false;
  } catch (error) {
    const isLate = toRefusal(error).code === 'timeout';
    throw isLate ? new Refusal('unavailable', { cause: error }) : error;
  }
}
