import { getOwn, isSameJson, type JsonObject } from '../../domain/json.js';
import type { SchemaWalk } from '../../variables/secretPlaces.js';
import { keepSecrets } from '../../variables/secrets.js';
import { hostApi } from '../../wire/hostApi.js';
import { readBody } from '../body.js';
import type { Definition } from '../definitions.js';
import { parseFieldPath } from '../platform/fieldPath.js';
import { isRefusedWith } from '../platform/platformFailure.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toUnknownOutcome, toWriteProblem } from '../problems.js';
import { toActivation, toRevision } from '../projections.js';
import { notFound, ProblemError } from '../problemError.js';
import { createSecretGuard } from '../secretGuard.js';
import type { Services } from '../services.js';
import { findIntegration, type RequestContext } from '../requestContext.js';
import { isHidden, keepWritten, type VariableMode } from '../variableModes.js';
import type { Operation } from './operation.js';
import { findOwnActivation } from './findOwnActivation.js';
import { wasRejected, withWriteDeadline } from './withWriteDeadline.js';

export const updateVariables: Operation<'updateVariables'> = async ({
  request,
  context,
  services,
  parameters,
}) => {
  const integration = findIntegration(context, parameters.environmentId);
  const { environmentId } = integration;
  const body = await readBody(request, context.deadline, hostApi.updateVariables);
  const [definition, activation] = await Promise.all([
    services.getDefinition(context, integration),
    findOwnActivation(services, context, {
      environmentId,
      activationId: parameters.activationId,
    }),
  ]);
  await checkRevision(services, definition, request.headers.get('If-Match'), activation);
  const secrets = services.createSecretWalk(context, definition);
  const { externalId } = context.user;
  const place = { environmentId, externalId, definition, keyring: services.keyring, secrets };
  const stored = activation.dynamicVariables;
  const { variableModes: modes } = definition;
  const wanted = keepWritten(stored, body.variables, modes, 'variables');
  const variables = keepSecrets(secrets, stored, wanted);
  if (Object.keys(variables).length > 0) {
    await write({ services, context, secrets, modes, environmentId, activation, variables });
  }
  const written = await lookAfter(services, context, environmentId, activation.id);
  const merged = { ...activation, dynamicVariables: { ...stored, ...variables } };
  return { status: 200, body: await toActivation(written ?? merged, place) };
};

/** Best effort: between this look and the write, the platform itself compares nothing. */
async function checkRevision(
  { keyring }: Services,
  definition: Definition,
  expected: string | null,
  activation: PlatformActivation,
): Promise<void> {
  if (expected === null || expected === '*') return;
  const revision = await toRevision(keyring, definition, activation);
  // A proxy that compresses makes weak what was strong: `W/"…"`, of one and the same content.
  if (expected.split(/[\s",]+/).includes(revision)) return;
  throw new ProblemError('conflict', {
    status: 412,
    detail: 'The variables have changed in the meantime. Read them again, then change them.',
  });
}

interface Change {
  readonly services: Services;
  readonly context: RequestContext;
  readonly secrets: SchemaWalk;
  readonly modes: readonly VariableMode[];
  readonly environmentId: string;
  readonly activation: PlatformActivation;
  readonly variables: JsonObject;
}

async function write(change: Change): Promise<void> {
  const { services, context, secrets, modes, environmentId, activation, variables } = change;
  const activationId = activation.id;
  try {
    await withWriteDeadline(services, context, (writer) =>
      services.platform.setDynamicVariables(writer, { environmentId, activationId, variables }),
    );
  } catch (error) {
    if (isRefusedWith(error, 404)) throw notFound();
    if (wasRejected(error)) {
      const stored = activation.dynamicVariables;
      const wanted = { ...stored, ...variables };
      throw toWriteProblem(error, {
        isHidden: (place) => isHidden(place, modes),
        toPath: (field) => toVariablePath(field, wanted),
        guard: createSecretGuard(secrets, [stored, variables]),
      });
    }
    const written = await lookAfter(services, context, environmentId, activationId);
    const isDone = Object.entries(variables).every(([name, value]) => {
      const now = written === null ? undefined : getOwn(written.dynamicVariables, name);
      return now !== undefined && isSameJson(now, value);
    });
    if (!isDone) throw toUnknownOutcome(error);
  }
}

/** Reads the activation again; `null` if the platform does not answer. */
async function lookAfter(
  services: Services,
  context: RequestContext,
  environmentId: string,
  activationId: string,
): Promise<PlatformActivation | null> {
  const found = await withWriteDeadline(services, context, (writer) =>
    services.activationLists.listFresh(writer, environmentId),
  ).catch(() => []);
  return found.find(({ id }) => id === activationId) ?? null;
}

/** The platform names variables below `dynamicVariables`, or by their names alone. */
function toVariablePath(field: string, variables: JsonObject): string[] {
  const bare = field.replace(/^(dynamicVariables|variables)(?=$|[.[])\.?/, '');
  return ['variables', ...parseFieldPath(bare, variables)];
}
