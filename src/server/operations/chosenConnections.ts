import type { ChosenConnection } from '../../domain/activation.js';
import { toPointer } from '../../domain/pointer.js';
import { findOwnConnectionById } from '../connecting/ownConnections.js';
import type { DefinedTemplate, Definition } from '../definitions.js';
import { invalidField } from '../problemError.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

/**
 * Checks the browser's choice: one connection for each template that is the user's to choose for, and
 * each of them the user's own, of that template's system.
 * @throws {ProblemError} 422 with the path into the request's body; 503 if the deadline ends first.
 */
export async function verifyChosenConnections(
  services: Services,
  context: RequestContext,
  { templates }: Definition,
  chosen: readonly ChosenConnection[],
): Promise<void> {
  const choices = matchTemplates(templates, chosen);
  const endUserId = choices.length === 0 ? null : await services.endUsers.resolveId(context);
  const areOwn = await Promise.all(
    choices.map(
      async ({ template: { systemId }, existingConnectionId }) =>
        endUserId !== null &&
        (await findOwnConnectionById(
          services,
          context,
          { systemId, endUserId },
          existingConnectionId,
        )) !== null,
    ),
  );
  const foreign = areOwn.indexOf(false);
  if (foreign !== -1) {
    const path = toPointer(['connections', foreign, 'existingConnectionId']);
    throw invalidField(path, 'This is no connection of yours that fits here.');
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

/** In the browser's order. @throws {ProblemError} 422 */
function matchTemplates(
  templates: readonly DefinedTemplate[],
  chosen: readonly ChosenConnection[],
): readonly ChosenTemplate[] {
  const seen = new Set<string>();
  const choices = chosen.map(({ connectionTemplateId, existingConnectionId }, index) => {
    const path = toPointer(['connections', index, 'connectionTemplateId']);
    const template = templates.find(({ id }) => id === connectionTemplateId);
    if (template === undefined || template.managed) {
      throw invalidField(path, 'No connection can be chosen for this template.');
    }
    if (seen.has(template.id)) throw invalidField(path, 'This template is named twice.');
    seen.add(template.id);
    return { template, existingConnectionId };
  });
  const missing = templates.find(({ id, managed }) => !managed && !seen.has(id));
  if (missing !== undefined) {
    throw invalidField('/connections', `A connection for "${missing.name}" is missing.`);
  }
  return choices;
}
