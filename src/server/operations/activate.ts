import type { Activation, ActivationInput } from '../../domain/activation.js';
import { toPointer } from '../../domain/pointer.js';
import { parseActivationBody } from '../../wire/bodies.js';
import { IDEMPOTENCY_KEY_HEADER } from '../../wire/operations.js';
import type { Answer } from '../answer.js';
import { readJsonBody } from '../body.js';
import type { Definition } from '../definitions.js';
import { type Attempt, checkSameBody, createAttempt } from '../exactly-once/attempt.js';
import { repeat } from '../exactly-once/repeat.js';
import { sendOnce } from '../exactly-once/sendOnce.js';
import { isUuid } from '../ids.js';
import type { HostIntegration } from '../options.js';
import { parseFieldPath } from '../platform/fieldPath.js';
import type { ActivationRequest } from '../platform/platformClient.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toWriteRefusal } from '../problems.js';
import { toActivation } from '../projections.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { findIntegration, type Visit } from '../visit.js';
import { verifyChoice, withManaged } from './chosenConnections.js';
import type { Operation, OperationInput } from './operation.js';

interface Running {
  readonly bodyHash: string;
  readonly answer: Promise<Answer>;
}

/** One for each handler: it knows which intents are being worked on in this process. */
export function createActivate(): Operation {
  const running = new Map<string, Running>();

  return async (call) => {
    const { visit, services } = call;
    const idempotencyKey = readIdempotencyKey(call.request);
    const integration = findIntegration(visit, call.parameters['environmentId']);
    const input = await readInput(call, integration.environmentId);
    const attempt = await createAttempt(services, visit, input, idempotencyKey);
    const activating = { services, visit, integration, attempt, input };
    const first = running.get(attempt.key);
    if (first !== undefined) {
      checkSameBody(attempt, first.bodyHash);
      // A refusal is the answer to this request too; a success is read afresh.
      await first.answer;
      return activateOnce(activating);
    }
    const answer = activateOnce(activating);
    running.set(attempt.key, { bodyHash: attempt.bodyHash, answer });
    try {
      return await answer;
    } finally {
      running.delete(attempt.key);
    }
  };
}

interface Activating {
  readonly services: Services;
  readonly visit: Visit;
  readonly integration: HostIntegration;
  readonly attempt: Attempt;
  readonly input: ActivationInput;
}

async function activateOnce(activating: Activating): Promise<Answer> {
  const { services, visit, integration, attempt, input } = activating;
  const definition = await services.getDefinition(visit, integration);
  const claim = await services.idempotencyStore.claim(attempt.key, attempt);
  if (claim.state === 'claimed') return activateFirst(activating, definition, claim.token);
  checkSameBody(attempt, claim.bodyHash);
  const request = toPlatformRequest(definition, input);
  const result = await repeat(services, visit, { attempt, definition, input: request });
  if (result.kind === 'claimed') return activateFirst(activating, definition, result.token);
  return { status: 200, body: await show(activating, definition, result.activation) };
}

async function activateFirst(
  activating: Activating,
  definition: Definition,
  token: string,
): Promise<Answer> {
  const { services, visit, attempt, input } = activating;
  try {
    checkAvailable(definition);
    await verifyChoice(services, visit, definition, input.connections);
  } catch (error) {
    await services.idempotencyStore.release(attempt.key, token);
    throw error;
  }
  const request = toPlatformRequest(definition, input);
  try {
    const sent = { attempt, definition, input: request, token };
    const activation = await sendOnce(services, visit, sent);
    return { status: 201, body: await show(activating, definition, activation) };
  } catch (error) {
    throw toWriteRefusal(error, {
      toPointer: (field) => toInputPointer(field, request, input),
      secrets: [],
    });
  }
}

function show(
  { services, input }: Activating,
  definition: Definition,
  activation: PlatformActivation,
): Promise<Activation> {
  const { environmentId } = input;
  return toActivation(activation, { environmentId, definition, keyring: services.keyring });
}

function toPlatformRequest(definition: Definition, input: ActivationInput): ActivationRequest {
  const { environmentId, dynamicVariables, connections } = input;
  const all = withManaged(definition, connections);
  return { environmentId, connections: all, dynamicVariables };
}

/** `null`: it is about a connection that the host filled in. */
function toInputPointer(
  field: string,
  request: ActivationRequest,
  { connections }: ActivationInput,
): string | null {
  const { environmentId, dynamicVariables } = request;
  const sent = { environmentId, dynamicVariables, connections: [] };
  const path = parseFieldPath(field, sent);
  const [member, index] = path;
  if (member === 'connections') {
    // What the handler added stands behind the browser's own, whose places are the same.
    return Number(index ?? 0) < connections.length ? toPointer(path) : null;
  }
  return member === 'dynamicVariables' ? toPointer(path) : null;
}

function checkAvailable({ status, problems }: Definition): void {
  if (status === 'available') return;
  // What the host has to put right was reported when it was found.
  if (problems.length > 0) throw new Refusal('unavailable');
  throw new Refusal('conflict', { detail: 'This integration is not available now.' });
}

function readIdempotencyKey(request: Request): string {
  const key = request.headers.get(IDEMPOTENCY_KEY_HEADER) ?? '';
  if (isUuid(key)) return key.toLowerCase();
  throw new Refusal('invalid', {
    status: 400,
    detail: `${IDEMPOTENCY_KEY_HEADER} must be a UUID: one for each intent to activate.`,
  });
}

async function readInput(
  { request }: Pick<OperationInput, 'request'>,
  environmentId: string,
): Promise<ActivationInput> {
  const body = parseActivationBody(await readJsonBody(request));
  if (body.ok) return { environmentId, ...body.value };
  throw new Refusal('invalid', { detail: body.field.message, fields: [body.field] });
}
