import type { Activation, ActivationInput } from '../../domain/activation.js';
import { toPointer } from '../../domain/pointer.js';
import { parseActivationBody } from '../../wire/bodies.js';
import { IDEMPOTENCY_KEY_HEADER } from '../../wire/operations.js';
import type { Answer } from '../answer.js';
import { readJsonBody } from '../body.js';
import type { Definition } from '../definitions.js';
import { type Attempt, createAttempt } from '../exactly-once/attempt.js';
import type { Sought } from '../exactly-once/look.js';
import { repeat } from '../exactly-once/repeat.js';
import { sendOnce } from '../exactly-once/sendOnce.js';
import { isUuid } from '../ids.js';
import type { HostIntegration } from '../options.js';
import { parseFieldPath } from '../platform/fieldPath.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toUnknownOutcome, toWriteRefusal } from '../problems.js';
import { toActivation } from '../projections.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { findIntegration, type Visit } from '../visit.js';
import { verifyChoice, withManaged } from './chosenConnections.js';
import type { Operation, OperationInput } from './operation.js';

/** One for each handler: it knows which intents are being worked on in this process. */
export function createActivate(): Operation {
  const running = new Map<string, Promise<Answer>>();

  return async (call) => {
    const { visit, services } = call;
    const idempotencyKey = readIdempotencyKey(call.request);
    const integration = findIntegration(visit, call.parameters['environmentId']);
    const input = await readInput(call, integration.environmentId);
    const attempt = await createAttempt(services, visit, input, idempotencyKey);
    const activating = { services, visit, integration, attempt, input };
    // With another body it is for the store to refuse.
    const intent = attempt.key + attempt.bodyHash;
    const first = running.get(intent);
    // The first one's answer, of just now, is the answer to this request too.
    if (first !== undefined) return { ...(await first), status: 200 };
    const answer = activateOnce(activating);
    running.set(intent, answer);
    try {
      return await answer;
    } finally {
      running.delete(intent);
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
  const { services, visit, attempt } = activating;
  const seeking = seek(activating);
  // Read before the key is taken, so that others do not wait for it; what a failure means, the key says.
  await seeking.catch(() => {});
  let token: string;
  try {
    const result = await repeat(services, visit, attempt, seeking);
    if (result.kind === 'found') {
      const { definition } = await seeking;
      return { status: 200, body: await show(activating, definition, result.activation) };
    }
    token = result.token;
  } catch (error) {
    // What fails here says nothing of what an earlier request with this key has led to.
    throw error instanceof Refusal && error.status < 500 ? error : toUnknownOutcome(error);
  }
  return activateFirst(activating, seeking, token);
}

async function activateFirst(
  activating: Activating,
  seeking: Promise<Sought>,
  token: string,
): Promise<Answer> {
  const { services, visit, attempt, input } = activating;
  let sought;
  try {
    sought = await seeking;
    checkAvailable(sought.definition);
    await verifyChoice(services, visit, sought.definition, input.connections);
  } catch (error) {
    await attempt.release(attempt.key, token);
    throw error;
  }
  try {
    const activation = await sendOnce(services, visit, { ...sought, token });
    return { status: 201, body: await show(activating, sought.definition, activation) };
  } catch (error) {
    throw toWriteRefusal(error, {
      toPointer: (field) => toInputPointer(field, input),
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

/** What the platform is asked for, and what tells it from the rest. */
async function seek({ services, visit, integration, attempt, input }: Activating): Promise<Sought> {
  const definition = await services.getDefinition(visit, integration);
  const connections = withManaged(definition, input.connections);
  return { attempt, definition, input: { ...input, connections } };
}

/** `null`: it is about a connection that the host filled in. */
function toInputPointer(field: string, input: ActivationInput): string | null {
  const path = parseFieldPath(field, { ...input, connections: [] });
  const [member, index] = path;
  if (member === 'connections') {
    // What the handler added stands behind the browser's own, whose places are the same.
    return Number(index ?? 0) < input.connections.length ? toPointer(path) : null;
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
  { request, visit }: Pick<OperationInput, 'request' | 'visit'>,
  environmentId: string,
): Promise<ActivationInput> {
  const body = parseActivationBody(await readJsonBody(request, visit.deadline));
  if (body.ok) return { environmentId, ...body.value };
  throw new Refusal('invalid', { detail: body.field.message, fields: [body.field] });
}
