import { listTemplates, systemOf } from '../lookup.js';
import { readNewConnection } from '../newConnection.js';
import type { Call } from '../operation.js';
import type {
  PlatformData,
  StoredActivation,
  StoredConnection,
  StoredTemplate,
} from '../platformData.js';
import { readRecord, readUlid } from '../readMember.js';
import { invalidField } from '../platformError.js';
import type { EndUser } from '../shapes.js';

type Chosen = StoredActivation['connections'][number];

interface Place {
  readonly environmentId: string;
  readonly user: EndUser;
}

/**
 * The `connections` of an activation: one for each of the environment's templates, static ones too.
 * An entry may carry a new connection, which is not kept yet.
 * @throws {PlatformError} 400 for a wrong shape, 422 for a choice that cannot be.
 */
export function readChosenConnections(
  call: Call,
  input: unknown,
  place: Place,
): { readonly chosen: Chosen[]; readonly made: readonly StoredConnection[] } {
  const { data } = call;
  if (!Array.isArray(input)) throw invalidField(400, 'connections', 'must be a list');
  const chosen: Chosen[] = [];
  const made: StoredConnection[] = [];
  const templates = listTemplates(data, place.environmentId);
  for (const [index, entry] of input.entries()) {
    const field = `connections[${index}]`;
    const choice = readChoice(entry, field);
    const template = readTemplate(templates, choice, field);
    if (chosen.some((each) => each.connectionTemplateId === choice.connectionTemplateId)) {
      throw invalidField(422, `${field}.connectionTemplateId`, 'is named twice');
    }
    const { connection, connectionTemplateId, existingConnectionId } = choice;
    if (connection === undefined) {
      checkConnection(data, { template, choice, field, user: place.user });
      chosen.push({ connectionTemplateId, existingConnectionId });
      continue;
    }
    const endUserId = template.dynamic ? place.user.id : null;
    const context = { template, endUserId, field: `${field}.connection` };
    const created = readNewConnection(call, connection, context);
    made.push(created);
    chosen.push({ connectionTemplateId, existingConnectionId: created.id });
  }
  checkEachTemplateHasOne(templates, chosen);
  return { chosen, made };
}

interface ReadChoice extends Chosen {
  /** A ConnectionCreate, which wins over an existing connection. */
  readonly connection: unknown;
}

function readChoice(entry: unknown, field: string): ReadChoice {
  const { connection, ...choice } = readRecord(entry, field);
  const existing = `${field}.existingConnectionId`;
  return {
    connection,
    connectionTemplateId: readUlid(choice['connectionTemplateId'], `${field}.connectionTemplateId`),
    existingConnectionId:
      connection === undefined ? readUlid(choice['existingConnectionId'], existing) : '',
  };
}

function readTemplate(
  templates: readonly StoredTemplate[],
  { connectionTemplateId }: Chosen,
  field: string,
): StoredTemplate {
  const template = templates.find((each) => each.connectionTemplateId === connectionTemplateId);
  if (template === undefined) {
    const path = `${field}.connectionTemplateId`;
    throw invalidField(422, path, 'no connection template of this environment');
  }
  return template;
}

interface Choice {
  readonly template: StoredTemplate;
  readonly choice: Chosen;
  readonly field: string;
  readonly user: EndUser;
}

/** A dynamic template takes the user's own connection of its system, a static one a static connection. */
function checkConnection(data: PlatformData, { template, choice, field, user }: Choice): void {
  const path = `${field}.existingConnectionId`;
  const connection = data.connections.find(({ id }) => id === choice.existingConnectionId);
  const owner = template.dynamic ? user.id : null;
  if (connection === undefined || connection.endUserId !== owner) {
    throw invalidField(422, path, 'connection not found');
  }
  if (systemOf(data, connection) !== template.id) {
    throw invalidField(422, path, `is not a connection to ${template.name}`);
  }
}

function checkEachTemplateHasOne(
  templates: readonly StoredTemplate[],
  chosen: readonly Chosen[],
): void {
  const missing = templates.find(({ connectionTemplateId }) =>
    chosen.every((each) => each.connectionTemplateId !== connectionTemplateId),
  );
  if (missing !== undefined) {
    throw invalidField(422, 'connections', `no connection for ${missing.name}`);
  }
}
