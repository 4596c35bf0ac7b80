import type { DefinedTemplate } from '../definitions.js';
import { notFound, ProblemError } from '../problemError.js';
import { findIntegration, type RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';

export interface TemplateRef {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
}

/** @throws {ProblemError} 404 where the integration has no such template for users to choose for. */
export async function findTemplate(
  services: Services,
  context: RequestContext,
  { environmentId, connectionTemplateId }: TemplateRef,
): Promise<DefinedTemplate> {
  const integration = findIntegration(context, environmentId);
  const { templates } = await services.getDefinition(context, integration);
  const template = templates.find(({ id }) => id === connectionTemplateId);
  // Users do not see the connections of the host itself.
  if (template === undefined || template.managed) throw notFound();
  return template;
}

/** @throws {ProblemError} 404 as `findTemplate`, 409 where no connection can be made. */
export async function findConnectTarget(
  services: Services,
  context: RequestContext,
  ref: TemplateRef,
): Promise<DefinedTemplate> {
  const template = await findTemplate(services, context, ref);
  if (template.connect !== null) return template;
  throw new ProblemError('conflict', { detail: 'No account can be connected here.' });
}
