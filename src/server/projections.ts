import type { Activation, ActivationConnection } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { IntegrationSummary } from '../domain/integration.js';
import { type JsonObject, toCanonicalJson } from '../domain/json.js';
import type { ConnectionTemplate } from '../domain/template.js';
import type { SchemaWalk } from '../variables/secretPlaces.js';
import { splitSecrets } from '../variables/secrets.js';
import { type Definition, type DefinedTemplate, toEnvironmentStatus } from './definitions.js';
import type { Keyring } from './keyring.js';
import { toLinkUrl } from './linkUrl.js';
import type { HostIntegration } from './options.js';
import type { PlatformConnection } from './platform/connectionShape.js';
import type { PlatformActivation } from './platform/shapes.js';
import { isUsable } from '../domain/connection.js';
import { withoutHidden, withoutModes } from './variableModes.js';

/** The part of a template that a browser may know. */
export function toPublicTemplate(template: DefinedTemplate): ConnectionTemplate {
  const { id, name, domain, authTypes, managed, iconUrl, helpUrl, connect, removable } = template;
  return {
    id,
    name,
    ...(domain !== undefined && { domain }),
    authTypes,
    managed,
    ...(iconUrl !== undefined && { iconUrl }),
    ...(helpUrl !== undefined && { helpUrl }),
    connect,
    ...(removable && { removable }),
  };
}

/** Counts are `null` if the user's activations are not known. */
export function toSummary(
  { environmentId, description, iconUrl: givenUrl }: HostIntegration,
  { name, status, templates }: Pick<Definition, 'name' | 'status' | 'templates'>,
  activations: readonly PlatformActivation[] | null,
): IntegrationSummary {
  const iconUrl = toLinkUrl(givenUrl);
  return {
    environmentId,
    name,
    ...(description !== undefined && { description }),
    ...(iconUrl !== undefined && { iconUrl }),
    status,
    activationCount: activations?.length ?? null,
    needsAttention: activations?.some((each) => needsAttention(each, templates)) ?? null,
  };
}

export interface ProjectionContext {
  readonly environmentId: string;
  /** External id of the user, whose the activation is. */
  readonly externalId: string;
  readonly definition: Definition;
  readonly keyring: Keyring;
  /** One for all activations of an answer. */
  readonly secrets: SchemaWalk;
}

/** An activation as a browser may know it: without secrets, and without the host's own connections. */
export async function toActivation(
  activation: PlatformActivation,
  { environmentId, externalId, definition, keyring, secrets }: ProjectionContext,
): Promise<Activation> {
  const { id, environmentStatus, dynamicVariables } = activation;
  const shown = withoutHidden(dynamicVariables, definition.variableModes);
  const { visible, secretsSet } = splitSecrets(secrets, shown);
  return {
    id,
    environmentId,
    environmentStatus:
      environmentStatus === undefined
        ? definition.environmentStatus
        : toEnvironmentStatus(environmentStatus),
    connections: listChosen(activation, definition.templates).map((each) =>
      toActivationConnection(each, definition.templates),
    ),
    dynamicVariables: visible,
    secretsSet,
    revision: await toRevision(keyring, definition, { id, dynamicVariables }),
    webhooks: definition.webhooks.map(({ label, prefix }) => ({
      label,
      url: prefix + encodeURIComponent(externalId),
    })),
  };
}

/** A keyed hash of id and variables, secret ones included; not of those that only the integration writes. */
export function toRevision(
  keyring: Keyring,
  { variableModes }: Pick<Definition, 'variableModes'>,
  { id, dynamicVariables }: Pick<PlatformActivation, 'id' | 'dynamicVariables'>,
): Promise<string> {
  const variables: JsonObject = withoutModes(dynamicVariables, variableModes);
  return keyring.sign('revision', toCanonicalJson([id, variables]));
}

function toActivationConnection(
  found: PlatformConnection,
  templates: readonly DefinedTemplate[],
): ActivationConnection {
  const template = findTemplate(found, templates);
  const connection: Connection = found.connection;
  return template === undefined
    ? { connection }
    : { connectionTemplateId: template.id, connection };
}

/** Finds the template of this integration that a connection fills, if the platform names it. */
function findTemplate(
  { systemId, connectionTemplateId }: PlatformConnection,
  templates: readonly DefinedTemplate[],
): DefinedTemplate | undefined {
  const { byId, bySystem } = indexTemplates(templates);
  const named = byId.get(connectionTemplateId ?? '');
  if (named !== undefined) return named;
  // The template that it was made for may be another environment's.
  const ofSystem = bySystem.get(systemId ?? '') ?? [];
  return ofSystem.length === 1 ? ofSystem[0] : undefined;
}

interface TemplateIndex {
  readonly byId: ReadonlyMap<string, DefinedTemplate>;
  readonly bySystem: ReadonlyMap<string, readonly DefinedTemplate[]>;
  readonly staticConnectionIds: ReadonlySet<string | undefined>;
}

const indexes = new WeakMap<readonly DefinedTemplate[], TemplateIndex>();

/** Made once for a definition: each connection of each activation is looked up in it. */
function indexTemplates(templates: readonly DefinedTemplate[]): TemplateIndex {
  const known = indexes.get(templates);
  if (known !== undefined) return known;
  const bySystem = new Map<string, DefinedTemplate[]>();
  for (const each of templates) {
    bySystem.set(each.systemId, [...(bySystem.get(each.systemId) ?? []), each]);
  }
  const index = {
    // The first of two counts.
    byId: new Map(templates.toReversed().map((each) => [each.id, each])),
    bySystem,
    staticConnectionIds: new Set(templates.map(({ staticConnectionId }) => staticConnectionId)),
  };
  indexes.set(templates, index);
  return index;
}

function listChosen(
  { connections }: PlatformActivation,
  templates: readonly DefinedTemplate[],
): readonly PlatformConnection[] {
  const { staticConnectionIds } = indexTemplates(templates);
  return connections.filter(
    (each) =>
      !staticConnectionIds.has(each.connection.id) &&
      findTemplate(each, templates)?.managed !== true,
  );
}

/** Whether the user has to do something: one of their own connections does not work. */
function needsAttention(
  activation: PlatformActivation,
  templates: readonly DefinedTemplate[],
): boolean {
  return listChosen(activation, templates).some(({ connection }) => !isUsable(connection));
}
