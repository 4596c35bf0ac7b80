import type { Connection, ConnectionHealth, HealthStatus } from '../../domain/connection.js';
import { getOwn, type JsonObject } from '../../domain/json.js';
import { idAt, objectAt, objectsAt, textAt, timeAt, unique } from './jsonAccess.js';

/** A connection as the handler knows it. Nothing of its credentials' data is ever read. */
export interface PlatformConnection {
  /** The part that a browser may know. */
  readonly connection: Connection;
  readonly systemId: string | undefined;
  readonly connectionTemplateId: string | undefined;
}

const soonMs = 7 * 24 * 60 * 60 * 1000;

/** From the best to the worst: the worst credential decides. */
const severity: readonly HealthStatus[] = ['ok', 'unchecked', 'expiring', 'expired', 'failing'];

/** `null` without an id: it can be neither chosen nor sent. `now` decides on its health. */
export function parseConnection(value: JsonObject, now: number): PlatformConnection | null {
  const id = idAt(value, 'id');
  if (id === undefined) return null;
  const name = getOwn(value, 'name');
  const baseUrl = toOrigin(textAt(value, 'baseUrl'));
  const createdAt = timeAt(value, 'createdAt');
  const updatedAt = timeAt(value, 'updatedAt');
  const credentials = objectsAt(value, 'credentials');
  return {
    connection: {
      id,
      name: typeof name === 'string' ? name : id,
      ...(baseUrl !== undefined && { baseUrl }),
      authTypes: toAuthTypes(credentials.map((each) => objectAt(each, 'authSchemeConfig'))),
      ...(createdAt !== undefined && { createdAt }),
      ...(updatedAt !== undefined && { updatedAt }),
      health: toHealth(credentials, now),
    },
    systemId: idAt(value, 'systemId'),
    connectionTemplateId: idAt(value, 'connectionTemplateId'),
  };
}

/** The types of the auth schemes, each once, in the order in which they are applied. */
export function toAuthTypes(configs: readonly JsonObject[]): string[] {
  return unique(configs.map((config) => textAt(config, 'type')));
}

/** An access token's own expiry, below the credential's data, is not looked at: it is refreshed. */
function toHealth(credentials: readonly JsonObject[], now: number): ConnectionHealth {
  const checked = credentials.map((each) => objectAt(each, 'credential'));
  const expiries = checked
    .map((each) => timeAt(each, 'expiresAt'))
    .filter((at) => at !== undefined);
  const first = findEarliest(expiries);
  const statuses = checked.map((each) => toStatus(each, now));
  const worst = severity.findLast((status) => statuses.includes(status));
  return { status: worst ?? 'unchecked', ...(first !== undefined && { expiresAt: first }) };
}

/** Of a million times, each is read once. */
function findEarliest(times: readonly string[]): string | undefined {
  let earliest = { at: Infinity, time: times[0] };
  for (const time of times) {
    const at = Date.parse(time);
    if (at < earliest.at) earliest = { at, time };
  }
  return earliest.time;
}

function toStatus(credential: JsonObject, now: number): HealthStatus {
  const errors = getOwn(credential, 'errors');
  if (Array.isArray(errors) && errors.length > 0) return 'failing';
  const expiresAt = timeAt(credential, 'expiresAt');
  if (expiresAt !== undefined) {
    const left = Date.parse(expiresAt) - now;
    if (left <= 0) return 'expired';
    if (left <= soonMs) return 'expiring';
  }
  return Array.isArray(errors) ? 'ok' : 'unchecked';
}

/** The origin of an http(s) URL: paths, queries and user info may hold secrets. */
function toOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
  } catch {
    return undefined;
  }
}
