import type { Activation, ActivationInput } from '../../domain/activation.js';
import { hostApi } from '../../wire/hostApi.js';
import type { Answer } from '../answer.js';
import { readBody } from '../body.js';
import type { Definition } from '../definitions.js';
import { type ActivationIntent, createActivationIntent } from '../exactly-once/activationIntent.js';
import {
  createExpectedActivation,
  type ExpectedActivation,
} from '../exactly-once/expectedActivation.js';
import { replay, type ReplayResult } from '../exactly-once/replay.js';
import { sendActivation } from '../exactly-once/sendActivation.js';
import { withSchemaDefaults } from '../exactly-once/withSchemaDefaults.js';
import { readIdempotencyKey } from '../idempotencyKey.js';
import type { HostIntegration } from '../options.js';
import { parseFieldPath } from '../platform/fieldPath.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toUnknownOutcome, toWriteProblem } from '../problems.js';
import { toActivation } from '../projections.js';
import { ProblemError } from '../problemError.js';
import { createSecretGuard } from '../secretGuard.js';
import type { Services } from '../services.js';
import { findIntegration, type RequestContext } from '../requestContext.js';
import { verifyChosenConnections, withManagedConnections } from './chosenConnections.js';
import { isHidden, keepWritten } from '../variableModes.js';
import type { Operation, OperationInput } from './operation.js';

export const activate: Operation<'activate'> = async (operation) => {
  const { context, services } = operation;
  const idempotencyKey = readIdempotencyKey(operation.request);
  const integration = findIntegration(context, operation.parameters.environmentId);
  const input = await readInput(operation, integration.environmentId);
  const intent = await createActivationIntent(services, context, input, idempotencyKey);
  const call = { services, context, integration, intent, input };
  // With another body it is for the store to refuse.
  return services.sharedRuns(intent.key + intent.bodyHash, () => replayOrActivate(call));
};

interface ActivationCall {
  readonly services: Services;
  readonly context: RequestContext;
  readonly integration: HostIntegration;
  readonly intent: ActivationIntent;
  readonly input: ActivationInput;
}

async function replayOrActivate(call: ActivationCall): Promise<Answer> {
  const { services, context, intent } = call;
  const expecting = expectActivation(call);
  // Read before the key is taken, so that others do not wait for it; what a failure means, the key says.
  await expecting.catch(() => {});
  let claim: Exclude<ReplayResult, { kind: 'found' }>;
  try {
    const result = await replay(services, context, intent, expecting);
    if (result.kind === 'found') {
      const { definition } = await expecting;
      return { status: 200, body: await toBody(call, definition, result.activation) };
    }
    claim = result;
  } catch (error) {
    // A failure here does not tell the outcome of an earlier request with this key.
    throw error instanceof ProblemError && error.status < 500 ? error : toUnknownOutcome(error);
  }
  if (claim.kind === 'noRoom') {
    throw new ProblemError('unavailable', {
      detail: 'Too many activations are under way. Try again later.',
      retryAfterSeconds: 60,
      cause: claim.cause,
    });
  }
  return activateNew(call, expecting, claim.token);
}

async function activateNew(
  call: ActivationCall,
  expecting: Promise<ExpectedActivation>,
  token: string,
): Promise<Answer> {
  const { services, context, intent, input } = call;
  let expected;
  try {
    expected = await expecting;
    checkAvailable(expected.definition);
    await verifyChosenConnections(services, context, expected.definition, input.connections);
  } catch (error) {
    await intent.release(intent.key, token);
    throw error;
  }
  try {
    const activation = await sendActivation(services, context, expected, token);
    return { status: 201, body: await toBody(call, expected.definition, activation) };
  } catch (error) {
    throw toWriteProblem(error, {
      toPath: (field) => toInputPath(field, input),
      isHidden: (place) => isHidden(place, expected.definition.variableModes),
      guard: createSecretGuard(services.createSecretWalk(context, expected.definition), [
        input.dynamicVariables,
      ]),
    });
  }
}

function toBody(
  { services, context, input }: ActivationCall,
  definition: Definition,
  activation: PlatformActivation,
): Promise<Activation> {
  const { environmentId } = input;
  const secrets = services.createSecretWalk(context, definition);
  return toActivation(activation, {
    environmentId,
    externalId: context.user.externalId,
    definition,
    keyring: services.keyring,
    secrets,
  });
}

async function expectActivation({
  services,
  context,
  integration,
  intent,
  input,
}: ActivationCall): Promise<ExpectedActivation> {
  const definition = await services.getDefinition(context, integration);
  const { variablesSchema, variableModes } = definition;
  const connections = withManagedConnections(definition, input.connections);
  const dynamicVariables = keepWritten(
    withSchemaDefaults(variablesSchema, {}),
    input.dynamicVariables,
    variableModes,
    'dynamicVariables',
  );
  const asked = { ...input, connections, dynamicVariables };
  return createExpectedActivation(services, context, intent, asked, definition);
}

/** `null`: the host filled in that connection. */
function toInputPath(field: string, input: ActivationInput): string[] | null {
  const path = parseFieldPath(field, { ...input, connections: [] });
  const [member, index] = path;
  if (member === 'connections') {
    // The handler appends its own connections, so the browser's keep their indices.
    return Number(index ?? 0) < input.connections.length ? path : null;
  }
  return member === 'dynamicVariables' ? path : null;
}

function checkAvailable({ status, problems }: Definition): void {
  if (status === 'available') return;
  // The configuration error was reported when it was found.
  if (problems.length > 0) throw new ProblemError('unavailable');
  throw new ProblemError('conflict', { detail: 'This integration is not available now.' });
}

async function readInput(
  { request, context }: Pick<OperationInput<'activate'>, 'request' | 'context'>,
  environmentId: string,
): Promise<ActivationInput> {
  const body = await readBody(request, context.deadline, hostApi.activate);
  return { environmentId, ...body };
}
