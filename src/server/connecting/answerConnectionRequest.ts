import type { CallWithBody } from '../../wire/call.js';
import type { ConnectionBody } from '../../wire/connectionBody.js';
import type { Answer } from '../answer.js';
import { readBody } from '../body.js';
import type { DefinedTemplate } from '../definitions.js';
import { readIdempotencyKey } from '../idempotencyKey.js';
import type { OperationInput } from '../operations/operation.js';
import { isRefusedWith } from '../platform/platformFailure.js';
import type { NewCredential } from '../platform/newConnection.js';
import { notFound } from '../problemError.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';
import { createClaimedTickets } from './claimedTickets.js';
import {
  type ConnectionIntent,
  type ConnectionPlace,
  createConnectionIntent,
} from './connectionIntent.js';
import { toConnectionProblem } from './connectionProblem.js';
import { findConnectTarget } from './connectTarget.js';
import { openCredentials } from './openedCredentials.js';
import { type ConnectionWrite, writeOnce } from './writeOnce.js';

/** A request to make a connection, or to sign in to one again; its body is parsed. */
export interface ConnectionRequest {
  readonly services: Services;
  readonly context: RequestContext;
  readonly intent: ConnectionIntent;
  readonly place: ConnectionPlace;
  readonly template: DefinedTemplate;
  readonly body: ConnectionBody;
}

/** What tells making a connection from signing in again. */
export interface ConnectionRequestKind {
  readonly call: CallWithBody<string, unknown, ConnectionBody>;
  /** The status of the first answer; a repeat of its key gets 200. */
  readonly status: 200 | 201;
  /** Finds the user's connection to sign in again to; `null`: a new one. @throws {ProblemError} 404 */
  findConnectionId(template: DefinedTemplate): Promise<string | null>;
  /** @throws {ProblemError} 422 for an address that the host does not allow. */
  toWrite(
    request: ConnectionRequest,
    readCredentials: () => Promise<readonly NewCredential[]>,
  ): ConnectionWrite | Promise<ConnectionWrite>;
}

type Input = OperationInput<'createConnection' | 'reconnectConnection'>;

/** Answers it exactly once for each Idempotency-Key; what arrives meanwhile shares the answer. */
export async function answerConnectionRequest(
  { request, context, services, parameters }: Input,
  kind: ConnectionRequestKind,
): Promise<Answer> {
  const idempotencyKey = readIdempotencyKey(request);
  const { environmentId, connectionTemplateId } = parameters;
  const template = await findConnectTarget(services, context, parameters);
  const body = await readBody(request, context.deadline, kind.call);
  const connectionId = await kind.findConnectionId(template);
  const place = { environmentId, connectionTemplateId, connectionId };
  const intent = await createConnectionIntent(services, context, place, body, idempotencyKey);
  return services.sharedRuns(intent.key + intent.bodyHash, () =>
    answerOnce({ services, context, intent, place, template, body }, kind),
  );
}

async function answerOnce(
  request: ConnectionRequest,
  kind: ConnectionRequestKind,
): Promise<Answer> {
  const { services, context, intent, place, template, body } = request;
  const opening = openCredentials(services, context, place, template, body.credentials);
  // Only what is sent needs them: a repeat of the key may come when their ticket has ended.
  await opening.catch(() => {});
  const write = await kind.toWrite(request, async () => (await opening).credentials);
  const tickets = createClaimedTickets(intent);
  const prepare = async (): Promise<readonly string[]> => {
    const opened = await opening;
    const prepared = await write.prepare();
    await tickets.take(opened.tickets);
    return prepared;
  };
  try {
    const result = await writeOnce(services, context, intent, { ...write, prepare });
    services.walkedPages.invalidate(context.user.externalId);
    return { status: result.isReplay ? 200 : kind.status, body: result.connection.connection };
  } catch (error) {
    await tickets.giveBackAfter(error);
    if (place.connectionId !== null && isRefusedWith(error, 404)) throw notFound();
    throw toConnectionProblem(error, body);
  }
}
