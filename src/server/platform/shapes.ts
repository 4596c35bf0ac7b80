import {
  getOwn,
  isJsonObject,
  isJsonValue,
  type JsonObject,
  type JsonValue,
} from '../../domain/json.js';
import { parseConnection, type PlatformConnection, toAuthTypes } from './connectionShape.js';
import { objectAt, objectsAt, textAt } from './reading.js';

/** An answer without what the handler relies on; `at` says which member, never its value. */
export class UnusableAnswer extends Error {
  override readonly name: string = 'UnusableAnswer';
  readonly at: string;
  constructor(at: string) {
    super(at);
    this.at = at;
  }
}

export interface PlatformUser {
  readonly id: string;
  readonly externalId: string;
}

export interface PlatformProject {
  readonly name?: string;
  readonly environments: readonly { readonly id: string; readonly status: string }[];
  /** `undefined`: none is declared. */
  readonly variablesSchema: JsonValue | undefined;
}

export interface PlatformTemplate {
  readonly systemId?: string;
  readonly connectionTemplateId?: string;
  readonly name?: string;
  readonly domain?: string;
  readonly authTypes: readonly string[];
  readonly dynamic: boolean;
}

export interface PlatformActivation {
  readonly id: string;
  /** Whose it is, in the platform's words; `undefined`: it does not say. */
  readonly externalId: string | undefined;
  readonly environmentId?: string;
  readonly environmentStatus?: string;
  readonly connections: readonly PlatformConnection[];
  readonly dynamicVariables: JsonObject;
}

export interface PlatformPage<T> {
  readonly items: readonly T[];
  readonly totalCount?: number;
  readonly next?: string;
}

/** @throws {UnusableAnswer} */
export function parseUser(body: unknown): PlatformUser {
  const user = expectObject(body, 'the user');
  return { id: expectText(user, 'id'), externalId: expectText(user, 'externalId') };
}

/** @throws {UnusableAnswer} */
export function parseProject(body: unknown): PlatformProject {
  const project = expectObject(body, 'the project');
  const name = textAt(project, 'name');
  const environments = objectsAt(project, 'environments').map((each) => ({
    id: textAt(each, 'id') ?? '',
    status: textAt(each, 'status') ?? 'unknown',
  }));
  const variablesSchema = getOwn(project, 'dynamicVariablesSchema') ?? undefined;
  return { ...(name !== undefined && { name }), environments, variablesSchema };
}

/** Nothing of a template can be relied on: what is missing makes the integration say so. */
export function parseTemplate(value: JsonObject): PlatformTemplate {
  const systemId = textAt(value, 'id');
  const connectionTemplateId = textAt(value, 'connectionTemplateId');
  const name = textAt(value, 'name');
  const domain = textAt(value, 'domain');
  return {
    ...(systemId !== undefined && { systemId }),
    ...(connectionTemplateId !== undefined && { connectionTemplateId }),
    ...(name !== undefined && { name }),
    ...(domain !== undefined && { domain }),
    authTypes: toAuthTypes(objectsAt(value, 'authSchemeConfigs')),
    // Only an explicit `false` takes the choice away from the user.
    dynamic: getOwn(value, 'dynamic') !== false,
  };
}

/** @throws {UnusableAnswer} */
export function parseActivation(body: unknown, now: number): PlatformActivation {
  const activation = expectObject(body, 'the activation');
  const environment = objectAt(activation, 'environment');
  const environmentId = textAt(environment, 'id');
  const environmentStatus = textAt(environment, 'status');
  const variables = objectAt(activation, 'dynamicVariables');
  if (!isJsonValue(variables)) throw new UnusableAnswer('dynamicVariables nest too deep');
  return {
    id: expectText(activation, 'id'),
    externalId: textAt(objectAt(activation, 'user'), 'externalId'),
    ...(environmentId !== undefined && { environmentId }),
    ...(environmentStatus !== undefined && { environmentStatus }),
    connections: objectsAt(activation, 'connections').flatMap(
      (each) => parseConnection(each, now) ?? [],
    ),
    dynamicVariables: variables,
  };
}

/** A bare array. @throws {UnusableAnswer} */
export function parseActivations(body: unknown, now: number): PlatformActivation[] {
  if (!Array.isArray(body)) throw new UnusableAnswer('the activations are no list');
  return body.map((each: unknown) => parseActivation(each, now));
}

/** An item that `parse` gives `null` for is passed over. @throws {UnusableAnswer} */
export function parsePage<T>(
  body: unknown,
  parse: (item: JsonObject) => T | null,
): PlatformPage<T> {
  const page = expectObject(body, 'the page');
  if (!Array.isArray(getOwn(page, 'items'))) throw new UnusableAnswer('items is no list');
  const totalCount = getOwn(page, 'totalCount');
  const next = textAt(page, 'next');
  return {
    items: objectsAt(page, 'items')
      .map(parse)
      .filter((item) => item !== null),
    ...(typeof totalCount === 'number' && { totalCount }),
    ...(next !== undefined && { next }),
  };
}

/**
 * The items of a list that is one page, since the platform documents no way to ask for a second.
 * @throws {UnusableAnswer} also where there is more than what came.
 */
export function parseWhole<T>(body: unknown, parse: (item: JsonObject) => T | null): readonly T[] {
  const { items, totalCount = 0, next } = parsePage(body, (item) => ({ item: parse(item) }));
  if (next !== undefined && totalCount > items.length) throw new UnusableAnswer('it is not whole');
  return items.map(({ item }) => item).filter((item) => item !== null);
}

function expectObject(value: unknown, what: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new UnusableAnswer(`${what} is no object`);
}

function expectText(value: JsonObject, name: string): string {
  const text = textAt(value, name);
  if (text === undefined) throw new UnusableAnswer(`${name} is missing`);
  return text;
}
