import {
  getOwn,
  isJsonObject,
  isJsonValue,
  type JsonObject,
  type JsonValue,
} from '../../domain/json.js';
import { type AuthScheme, isWebUrl, parseAuthScheme } from './authScheme.js';
import { parseConnection, type PlatformConnection, toAuthTypes } from './connectionShape.js';
import type { ConnectionState } from './newConnection.js';
import { mapInSlices } from '../slices.js';
import { idAt, isList, objectAt, objectsAt, textAt } from './jsonAccess.js';

/** An answer that lacks a required member; the message names the member, never its value. */
export class UnusableAnswer extends Error {}

export interface PlatformUser {
  readonly id: string;
  readonly externalId: string;
}

export interface PlatformProject {
  readonly name: string | undefined;
  readonly environments: readonly {
    readonly id: string | undefined;
    readonly status: string | undefined;
    /** Start of the addresses of its webhooks, with or without a scheme. */
    readonly publicUrl: string | undefined;
  }[];
  /** `undefined` or `null`: none is declared. */
  readonly variablesSchema: JsonValue | undefined;
}

export interface PlatformTemplate {
  readonly systemId: string | undefined;
  readonly connectionTemplateId: string | undefined;
  readonly name: string | undefined;
  readonly domain: string | undefined;
  readonly authTypes: readonly string[];
  /** Applied together, in this order; empty where the platform's list cannot be read whole. */
  readonly authSchemes: readonly AuthScheme[];
  /** Often a placeholder. */
  readonly templateBaseUrl: string | undefined;
  readonly dynamic: boolean;
}

export interface PlatformActivation {
  readonly id: string;
  /** Whose it is, in the platform's words; `undefined`: it does not say. */
  readonly externalId: string | undefined;
  readonly environmentId: string | undefined;
  readonly environmentStatus: string | undefined;
  readonly connections: readonly PlatformConnection[];
  readonly dynamicVariables: JsonObject;
}

export interface PlatformPage<T> {
  readonly items: readonly T[];
  readonly totalCount: number | undefined;
  readonly next: string | undefined;
}

/** @throws {UnusableAnswer} */
export function parseUser(body: unknown): PlatformUser {
  const user = expectObject(body);
  return { id: expectText(user, 'id'), externalId: expectText(user, 'externalId') };
}

/** @throws {UnusableAnswer} */
export function parseProject(body: unknown): PlatformProject {
  const project = expectObject(body);
  return {
    name: textAt(project, 'name'),
    environments: objectsAt(project, 'environments').map((each) => ({
      id: idAt(each, 'id'),
      status: textAt(each, 'status'),
      publicUrl: textAt(each, 'publicUrl'),
    })),
    variablesSchema: getOwn(project, 'dynamicVariablesSchema'),
  };
}

/** Every member may be missing: the definition reports what it needs. */
export function parseTemplate(value: JsonObject): PlatformTemplate {
  const configs = objectsAt(value, 'authSchemeConfigs');
  const listed = getOwn(value, 'authSchemeConfigs');
  // What is nested too deep can neither be kept nor sent back.
  const isWhole =
    isList(listed) &&
    listed.length === configs.length &&
    configs.every((each) => isJsonValue(each));
  return {
    systemId: idAt(value, 'id'),
    connectionTemplateId: idAt(value, 'connectionTemplateId'),
    name: textAt(value, 'name'),
    domain: textAt(value, 'domain'),
    authTypes: toAuthTypes(configs),
    authSchemes: isWhole ? configs.map(parseAuthScheme) : [],
    templateBaseUrl: textAt(value, 'templateBaseUrl'),
    // Only an explicit `false` takes the choice away from the user.
    dynamic: getOwn(value, 'dynamic') !== false,
  };
}

/** @throws {UnusableAnswer} */
export function parseActivation(body: unknown, now: number): PlatformActivation {
  const activation = expectObject(body);
  const environment = objectAt(activation, 'environment');
  const dynamicVariables = objectAt(activation, 'dynamicVariables');
  if (!isJsonValue(dynamicVariables)) throw new UnusableAnswer('dynamicVariables');
  const connections = objectsAt(activation, 'connections');
  if (connections.length > mostItems)
    throw new UnusableAnswer(`connections: more than ${mostItems}`);
  return {
    id: expectId(activation, 'id'),
    externalId: textAt(objectAt(activation, 'user'), 'externalId'),
    environmentId: idAt(environment, 'id'),
    environmentStatus: textAt(environment, 'status'),
    connections: connections.flatMap((each) => parseConnection(each, now) ?? []),
    dynamicVariables,
  };
}

/** @throws {UnusableAnswer} without an id: what was made could not be found again. */
export function parseChangedConnection(body: unknown, now: number): PlatformConnection {
  const connection = parseConnection(expectObject(body), now);
  if (connection === null) throw new UnusableAnswer('id');
  return connection;
}

/** @throws {UnusableAnswer} */
export function parseConnectionState(body: unknown): ConnectionState {
  const connection = expectObject(body);
  return {
    name: expectText(connection, 'name'),
    baseUrl: textAt(connection, 'baseUrl') ?? '',
    credentialIds: objectsAt(connection, 'credentials').flatMap((each) => idAt(each, 'id') ?? []),
  };
}

/** The address of the provider's page. @throws {UnusableAnswer} unless a browser may be sent there. */
export function parseStartedUrl(body: unknown): string {
  const url = textAt(expectObject(body), 'url');
  if (!isWebUrl(url)) throw new UnusableAnswer('url');
  return url;
}

/** A bare array. @throws {UnusableAnswer} */
export async function parseActivations(body: unknown, now: number): Promise<PlatformActivation[]> {
  if (!Array.isArray(body)) throw new UnusableAnswer('the list');
  return mapInSlices(body, (each: unknown) => parseActivation(each, now));
}

/** Skips items that `parse` returns `null` for. @throws {UnusableAnswer} */
export async function parsePage<T>(
  body: unknown,
  parse: (item: JsonObject) => T | null,
): Promise<PlatformPage<T>> {
  const page = expectObject(body);
  if (!isList(getOwn(page, 'items'))) throw new UnusableAnswer('items');
  const totalCount = getOwn(page, 'totalCount');
  const found = objectsAt(page, 'items');
  if (found.length > mostItems) throw new UnusableAnswer(`items: more than ${mostItems}`);
  const items = await mapInSlices(found, parse);
  return {
    items: items.filter((item) => item !== null),
    totalCount: typeof totalCount === 'number' ? totalCount : undefined,
    next: textAt(page, 'next'),
  };
}

/** More than is asked for, and than anybody has of what is read as a whole and compared. */
const mostItems = 1_000;

/**
 * The items of a list that is one page, since the platform documents no way to ask for a second.
 * @throws {UnusableAnswer} also if the list has further pages.
 */
export async function parseWhole<T>(
  body: unknown,
  parse: (item: JsonObject) => T | null,
): Promise<readonly T[]> {
  const { items, totalCount = 0, next } = await parsePage(body, (item) => item);
  if (next !== undefined && totalCount > items.length) throw new UnusableAnswer('next');
  const parsed = await mapInSlices(items, parse);
  return parsed.filter((item) => item !== null);
}

function expectObject(value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw new UnusableAnswer('the body');
}

function expectId(value: JsonObject, name: string): string {
  const id = idAt(value, name);
  if (id === undefined) throw new UnusableAnswer(name);
  return id;
}

function expectText(value: JsonObject, name: string): string {
  const text = textAt(value, name);
  if (text === undefined) throw new UnusableAnswer(name);
  return text;
}
