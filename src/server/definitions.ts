import type { EnvironmentStatus } from '../domain/activation.js';
import type { IntegrationStatus } from '../domain/integration.js';
import { isJsonObject, isJsonValue, type JsonSchema, type JsonValue } from '../domain/json.js';
import type { ConnectionTemplate } from '../domain/template.js';
import { toLinkUrl } from './linkUrl.js';
import { toConnectForm } from './connecting/connectForm.js';
import type { ConnectRules, HostIntegration } from './options.js';
import type { AuthScheme } from './platform/authScheme.js';
import { type Caller, fallbackOnNotFound } from './platform/platformCalls.js';
import type { PlatformClient } from './platform/platformClient.js';
import type { PlatformConnection } from './platform/connectionShape.js';
import type { PlatformProject, PlatformTemplate } from './platform/shapes.js';
import { toPublicSchema, toVariableModes, type VariableMode } from './variableModes.js';

export interface DefinedTemplate extends ConnectionTemplate {
  readonly systemId: string;
  readonly authSchemes: readonly AuthScheme[];
  /** Rules for the address of a new connection. */
  readonly connectRules: ConnectRules;
  /** The host's own connection, for a managed template. */
  readonly staticConnectionId?: string;
}

/** An integration as host and platform define it, the same for each of its users. */
export interface Definition {
  readonly name: string;
  readonly status: IntegrationStatus;
  readonly environmentStatus: EnvironmentStatus;
  readonly templates: readonly DefinedTemplate[];
  /** `null`: none is declared, or the declared one cannot be used. */
  readonly variablesSchema: JsonSchema | null;
  /** The same as users get it: see the host's option `variables`. */
  readonly publicSchema: JsonSchema | null;
  readonly variableModes: readonly VariableMode[];
  /** Each user's address is `prefix`, followed by their external id. */
  readonly webhooks: readonly { readonly label: string; readonly prefix: string }[];
  /** The places of secrets; everything counts as secret if the schema cannot be used. */
  readonly secretsSchema: JsonSchema | null;
  /** Configuration errors for the host to fix; with any of them the status is `error`. */
  readonly problems: readonly string[];
}

/** As deep as the answers' own guard lets a schema nest. */
const deepestSchema = 512;

/** Asks the platform for a project, its templates and, where they are needed, its static connections. */
export async function loadDefinition(
  platform: PlatformClient,
  caller: Caller,
  integration: HostIntegration,
): Promise<Definition> {
  const [project, found] = await Promise.all([
    fallbackOnNotFound(null, platform.getProject(caller, integration.projectId)),
    fallbackOnNotFound(null, platform.listTemplates(caller, integration)),
  ]);
  const problems: string[] = [];
  const environment = project?.environments.find(({ id }) => id === integration.environmentId);
  if (found === null || environment === undefined) {
    problems.push(
      `Integration ${integration.environmentId}: the organisation has no project ${integration.projectId} with that environment. Correct projectId and environmentId.`,
    );
  }
  const needed = (found ?? []).some(
    (each) => !each.dynamic && getGiven(integration, each.connectionTemplateId) === undefined,
  );
  const shared = needed ? await platform.listEnvironmentConnections(caller, integration) : [];
  const templates: DefinedTemplate[] = [];
  for (const template of found ?? []) {
    const result = toTemplate(template, integration, shared);
    if (typeof result === 'string') problems.push(result);
    else templates.push(result);
  }
  const schema = toSchema(project);
  if (schema === undefined) {
    problems.push(
      `Integration ${integration.environmentId}: the project's variables schema is no JSON Schema, or nests too deep.`,
    );
  }
  const variableModes = toVariableModes(integration);
  const environmentStatus = toEnvironmentStatus(environment?.status);
  return {
    name: integration.name ?? project?.name ?? integration.environmentId,
    status: problems.length > 0 ? 'error' : toStatus(environmentStatus),
    environmentStatus,
    templates,
    webhooks: listWebhooks(integration, environment?.publicUrl),
    variablesSchema: schema ?? null,
    publicSchema: toPublicSchema(schema ?? null, variableModes),
    variableModes,
    secretsSchema: schema === undefined ? { writeOnly: true } : schema,
    problems,
  };
}

const knownStatuses: readonly EnvironmentStatus[] = ['running', 'suspended', 'error', 'draft'];

/** Any status that this version does not know counts as unavailable. */
export function toEnvironmentStatus(status: string | undefined): EnvironmentStatus {
  return knownStatuses.find((each) => each === status) ?? 'unknown';
}

function toStatus(status: EnvironmentStatus): IntegrationStatus {
  if (status === 'running') return 'available';
  return status === 'error' ? 'error' : 'unavailable';
}

function listWebhooks(
  { webhooks = [] }: HostIntegration,
  publicUrl: string | undefined,
): Definition['webhooks'] {
  if (publicUrl === undefined) return [];
  const base = /^https?:\/\//i.test(publicUrl) ? publicUrl : `https://${publicUrl}`;
  return webhooks.map(({ name, label = name }) => ({
    label,
    prefix: `${base.replace(/\/+$/, '')}/${encodeURIComponent(name)}/users/`,
  }));
}

/** The template, or a sentence for the host on why it cannot be used. */
function toTemplate(
  template: PlatformTemplate,
  integration: HostIntegration,
  shared: readonly PlatformConnection[],
): DefinedTemplate | string {
  const { systemId, connectionTemplateId: id, name, domain, authTypes, dynamic } = template;
  const { authSchemes, templateBaseUrl } = template;
  const where = `Integration ${integration.environmentId}`;
  if (id === undefined || systemId === undefined) {
    return `${where}: a connection template on the platform has no id, so nobody can activate it.`;
  }
  const options = getOwnOption(integration.templates, id) ?? {};
  const iconUrl = toLinkUrl(options.iconUrl);
  const helpUrl = toLinkUrl(options.helpUrl);
  const shown = {
    id,
    name: options.name ?? name ?? domain ?? id,
    ...(domain !== undefined && { domain }),
    authTypes,
    ...(iconUrl !== undefined && { iconUrl }),
    ...(helpUrl !== undefined && { helpUrl }),
    connect: dynamic ? toConnectForm(authSchemes, options, templateBaseUrl) : null,
    connectRules: options.connect === false ? {} : (options.connect ?? {}),
    authSchemes,
    ...(dynamic && options.remove === true && { removable: true as const }),
  };
  if (dynamic) return { ...shown, systemId, managed: false };
  const candidates = findShared(shared, id, systemId);
  const staticConnectionId =
    getGiven(integration, id) ??
    (candidates.length === 1 ? candidates[0]?.connection.id : undefined);
  if (staticConnectionId === undefined) {
    return `${where}: template ${id} takes a connection of yours, and the environment has ${candidates.length} of its system. Name one: staticConnections: { '${id}': '…' }.`;
  }
  return { ...shown, systemId, managed: true, staticConnectionId };
}

/** By template; by system only where a connection does not name its template. */
function findShared(
  shared: readonly PlatformConnection[],
  id: string,
  systemId: string,
): readonly PlatformConnection[] {
  const ofTemplate = shared.filter((each) => each.connectionTemplateId === id);
  if (ofTemplate.length > 0) return ofTemplate;
  return shared.filter(
    (each) => each.connectionTemplateId === undefined && each.systemId === systemId,
  );
}

/** The host's own connection for a template. */
function getGiven({ staticConnections }: HostIntegration, id = ''): string | undefined {
  return getOwnOption(staticConnections, id);
}

function getOwnOption<T>(options: Readonly<Record<string, T>> = {}, id: string): T | undefined {
  return Object.hasOwn(options, id) ? options[id] : undefined;
}

/** `undefined`: the declared value is not a schema. */
function toSchema(project: PlatformProject | null): JsonSchema | null | undefined {
  const declared: JsonValue = project?.variablesSchema ?? null;
  if (declared === null || typeof declared === 'boolean') return declared;
  return isJsonObject(declared) && isJsonValue(declared, deepestSchema) ? declared : undefined;
}
