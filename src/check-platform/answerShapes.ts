import { getOwn, isJsonArray, type JsonObject } from '../domain/json.js';
import type { PlatformOperation } from '../server/platform/platformFailure.js';
import {
  anyList,
  anyObject,
  anyText,
  boolean,
  count,
  dependent,
  describeKind,
  id,
  list,
  object,
  optional,
  optionalId,
  same,
  type Shape,
  text,
  time,
  word,
} from './shape.js';

const status = word('running', 'suspended', 'error', 'draft');

const environment = object({ id, name: text, status, publicUrl: optional(anyText) });

const schema: Shape = (value, pointer) =>
  typeof value === 'boolean' || value === null || value === undefined
    ? []
    : anyObject(value, pointer).map((each) => ({ ...each, expected: 'a JSON Schema, or nothing' }));

const project = object({
  id,
  name: text,
  environments: list(environment),
  dynamicVariablesSchema: schema,
});

/** What the handler needs of a scheme, by its type, to let users sign in with it. */
const schemeSettings: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  oauth2: {
    oauth2: object({
      grant: object(
        { type: word('authorizationCode', 'clientCredentials', 'password') },
        dependent((grant) =>
          getOwn(grant, 'type') === 'authorizationCode'
            ? object({
                authorizationCode: object({ credentialId: id, organisationId: id, clientId: text }),
              })
            : null,
        ),
      ),
    }),
  },
  oauth1: { oauth1: anyObject },
};

const scheme = object(
  {
    type: word(
      ...['none', 'api-key', 'basic-auth', 'oauth2', 'oauth1', 'hmac', 'jwt-bearer'],
      ...['certificate', 'secret'],
    ),
  },
  dependent((value) => {
    const type = getOwn(value, 'type');
    const isKnown = typeof type === 'string' && Object.hasOwn(schemeSettings, type);
    const settings = isKnown ? schemeSettings[type] : undefined;
    return settings === undefined ? null : object(settings);
  }),
);

const template = object({
  id,
  connectionTemplateId: id,
  name: text,
  domain: optional(anyText),
  dynamic: boolean,
  templateBaseUrl: optional(anyText),
  authSchemeConfigs: list(scheme),
});

const credential = object({
  authSchemeConfig: optional(object({ type: optional(text) })),
  credential: optional(object({ errors: optional(anyList), expiresAt: optional(time) })),
});

const connectionMembers: Readonly<Record<string, Shape>> = {
  id,
  name: text,
  credentials: optional(list(credential)),
  baseUrl: optional(anyText),
  createdAt: optional(time),
  updatedAt: optional(time),
  systemId: optionalId,
  connectionTemplateId: optionalId,
};

const connection = object(connectionMembers);

/** `isWhole`: a list that is read as one page, since no way to ask for a second is documented. */
function page(item: Shape, { isWhole }: { readonly isWhole: boolean }): Shape {
  const isLonger = (value: JsonObject): boolean => {
    const items = getOwn(value, 'items');
    const total = getOwn(value, 'totalCount');
    const hasNext = Boolean(getOwn(value, 'next'));
    return hasNext && isJsonArray(items) && typeof total === 'number' && total > items.length;
  };
  const members = { items: list(item), totalCount: count, next: optional(anyText) };
  return object(
    members,
    dependent((value) => (isWhole && isLonger(value) ? allAtOnce : null)),
  );
}

const allAtOnce: Shape = (_value, pointer) => [
  { pointer: `${pointer}/next`, expected: 'all items at once', seen: 'further pages' },
];

function toActivation(asked: URL): Shape {
  const [, environmentId = '', externalId = ''] =
    /\/environment\/([^/]+)\/users\/([^/]+)\//.exec(asked.pathname) ?? [];
  return object({
    id,
    user: object({
      externalId: same('the user who was asked for', decodeURIComponent(externalId)),
    }),
    environment: object({ id: same('the environment that was asked for', environmentId), status }),
    connections: list(connection),
    dynamicVariables: optional(anyObject),
  });
}

function toOwnConnection(asked: URL): Shape {
  const systemId = asked.searchParams.get('system_id') ?? '';
  const ofSystem: Shape = (value, pointer) =>
    optionalId(value, pointer).length > 0 || describeKind(value) !== 'a text'
      ? optionalId(value, pointer)
      : same('the system that was asked for', systemId)(value, pointer);
  return object({ ...connectionMembers, systemId: ofSystem });
}

type ToShape = (asked: URL) => Shape;

const answerShapes: { readonly [operation in PlatformOperation]?: ToShape } = {
  ListProjects: () => page(project, { isWhole: false }),
  GetProject: () => project,
  ListProjectConnectionTemplates: () => page(template, { isWhole: true }),
  ListEnvironmentConnections: () => page(connection, { isWhole: true }),
  ListConnections: (asked) => page(toOwnConnection(asked), { isWhole: false }),
  GetConnection: () =>
    object({
      name: text,
      baseUrl: optional(anyText),
      credentials: list(object({ id: optional(text) })),
    }),
  GetEndUser: (asked) => {
    const externalId = decodeURIComponent(asked.pathname.split('/').at(-1) ?? '');
    return object({ id, externalId: same('the user who was asked for', externalId) });
  },
  ListUserActivations: (asked) => list(toActivation(asked)),
};

/** The shape of a successful answer; `asked` is the URL that it answers. */
export function toAnswerShape(operation: PlatformOperation, asked: URL): Shape {
  const toShape = answerShapes[operation];
  if (toShape === undefined) throw new Error(`check-platform has no shape of ${operation}.`);
  return toShape(asked);
}

/** The shape of a refusal. */
export const refusalShape: Shape = object({ code: text, message: text });
