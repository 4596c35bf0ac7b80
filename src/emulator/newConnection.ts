import { checkCredentialData, exchange } from './credentialRules.js';
import { systemOf } from './lookup.js';
import type { Call } from './operation.js';
import type { StoredConnection, StoredTemplate } from './platformData.js';
import { readRecord, readText, readUlid } from './readMember.js';
import { invalidField } from './platformError.js';
import type { ConnectionCredential } from './shapes.js';
import { createUlid } from './ulid.js';

export interface NewConnectionContext {
  readonly template: StoredTemplate;
  /** Platform id of the owner; `null`: a static connection. */
  readonly endUserId: string | null;
  /** Path of the connection in the body, such as `connection`. */
  readonly field: string;
}

/**
 * Reads a ConnectionCreate; nothing is kept yet.
 * @throws {PlatformError} 400 for a wrong shape, 409 for a name that is taken, 422 for the rest.
 */
export function readNewConnection(
  call: Call,
  input: unknown,
  { template, endUserId, field }: NewConnectionContext,
): StoredConnection {
  const members = readRecord(input, field);
  const name = readText(members['name'], `${field}.name`);
  checkName(call, template.id, name, `${field}.name`);
  if (!Array.isArray(members['variables'])) {
    throw invalidField(400, `${field}.variables`, 'must be a list');
  }
  const baseUrl = readBaseUrl(members['baseUrl'] ?? '', `${field}.baseUrl`);
  const credentials = readCredentials(call, members['credentials'], template, field);
  const createdAt = new Date(call.now).toISOString();
  return {
    id: createUlid(call.now),
    name,
    endUserId,
    credentials,
    variables: [],
    baseUrl,
    createdAt,
    updatedAt: createdAt,
    systemId: template.id,
    connectionTemplateId: template.connectionTemplateId,
  };
}

/** Changes a connection in place. @throws {PlatformError} as `readNewConnection`. */
export function updateConnection(
  call: Call,
  connection: StoredConnection,
  template: StoredTemplate,
): void {
  const input = readRecord(call.body, 'body');
  const name = readText(input['name'], 'name');
  if (name !== connection.name) checkName(call, template.id, name, 'name');
  if (typeof input['baseUrl'] !== 'string') throw invalidField(400, 'baseUrl', 'must be a text');
  const baseUrl = readBaseUrl(input['baseUrl'], 'baseUrl');
  const credentials = readCredentials(call, input['credentials'], template, '');
  const updatedAt = new Date(call.now).toISOString();
  Object.assign(connection, { name, baseUrl, credentials, updatedAt });
}

/** Unique within a system across all users. */
function checkName({ data }: Call, systemId: string, name: string, field: string): void {
  const isTaken = data.connections.some(
    (each) => each.name === name && systemOf(data, each) === systemId,
  );
  if (isTaken) throw invalidField(409, field, 'is taken');
}

/** What follows the host is ignored; without a scheme `https` is taken; empty means none. */
function readBaseUrl(value: unknown, field: string): string {
  if (typeof value !== 'string') throw invalidField(400, field, 'must be a text');
  if (value === '') return '';
  const text = /^[a-z]+:\/\//i.test(value) ? value : `https://${value}`;
  if (!URL.canParse(text)) throw invalidField(422, field, 'is no URL');
  return new URL(text).origin;
}

function readCredentials(
  call: Call,
  input: unknown,
  template: StoredTemplate,
  parent: string,
): ConnectionCredential[] {
  const field = parent === '' ? 'credentials' : `${parent}.credentials`;
  if (!Array.isArray(input)) throw invalidField(400, field, 'must be a list');
  // The vendor's own tools send the first scheme's alone.
  if (input.length === 0 || input.length > template.authSchemeConfigs.length) {
    throw invalidField(422, field, 'must have one for each scheme of the template');
  }
  const read = input.map((each, index) =>
    readCredential(each, template, index, `${field}[${index}]`),
  );
  // Last of all: a code that was exchanged cannot be given back.
  return read.map((each, index) =>
    each.credential === undefined
      ? each
      : {
          ...each,
          credential: exchange(
            each.credential,
            template.id,
            call.authorizations,
            `${field}[${index}].credential`,
          ),
        },
  );
}

function readCredential(
  input: unknown,
  template: StoredTemplate,
  index: number,
  field: string,
): ConnectionCredential {
  const entry = readRecord(input, field);
  const id = readUlid(entry['id'], `${field}.id`);
  const scheme = template.authSchemeConfigs[index];
  const given = readRecord(entry['authSchemeConfig'], `${field}.authSchemeConfig`);
  if (scheme === undefined || given['type'] !== scheme.type) {
    throw invalidField(422, `${field}.authSchemeConfig`, "is not the template's");
  }
  const credential = readRecord(entry['credential'], `${field}.credential`);
  const type = readText(credential['type'], `${field}.credential.type`);
  const { data: givenData = {}, name } = credential;
  const data = readRecord(givenData, `${field}.credential.data`);
  checkCredentialData(scheme, type, data, `${field}.credential`);
  return {
    id,
    authSchemeConfig: scheme,
    credential: {
      id: readUlid(credential['id'], `${field}.credential.id`),
      organisationId: readUlid(credential['organisationId'], `${field}.credential.organisationId`),
      type,
      ...(typeof name === 'string' && { name }),
      data: type === 'none' ? { none: {} } : data,
    },
  };
}
