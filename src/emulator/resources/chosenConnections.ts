import { listTemplates, systemOf } from '../lookup.js';
import type { PlatformData, StoredActivation, StoredTemplate } from '../platformData.js';
import { readRecord, readUlid } from '../readMember.js';
import { PlatformError, invalidField } from '../platformError.js';
import type { EndUser } from '../shapes.js';

type Chosen = StoredActivation['connections'][number];

interface Place {
  readonly environmentId: string;
  readonly user: EndUser;
}

/**
 * The `connections` of an activation: one for each of the environment's templates, static ones too.
 * @throws {PlatformError} 400 for a wrong shape, 422 for a choice that cannot be, 501 for a new connection.
 */
export function readChosenConnections(data: PlatformData, input: unknown, place: Place): Chosen[] {
  if (!Array.isArray(input)) throw invalidField(400, 'connections', 'must be a list');
  const chosen: Chosen[] = [];
  const templates = listTemplates(data, place.environmentId);
  for (const [index, entry] of input.entries()) {
    const field = `connections[${index}]`;
    const choice = readChoice(entry, field);
    const template = readTemplate(templates, choice, field);
    if (chosen.some((each) => each.connectionTemplateId === choice.connectionTemplateId)) {
      throw invalidField(422, `${field}.connectionTemplateId`, 'is named twice');
    }
    checkConnection(data, { template, choice, field, user: place.user });
    chosen.push(choice);
  }
  checkEachTemplateHasOne(templates, chosen);
  return chosen;
}

function readChoice(entry: unknown, field: string): Chosen {
  const choice = readRecord(entry, field);
  if (choice['connection'] !== undefined) {
    throw new PlatformError(501, `${field}.connection: the emulator makes no connections`);
  }
  return {
    connectionTemplateId: readUlid(choice['connectionTemplateId'], `${field}.connectionTemplateId`),
    existingConnectionId: readUlid(choice['existingConnectionId'], `${field}.existingConnectionId`),
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
