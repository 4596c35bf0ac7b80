import { parsePointer } from '../domain/pointer.js';
import { demand, demandId, demandMembers, type KnownOptions } from './demand.js';
import type { ConnectRules, HostIntegration, HostTemplate, HostWebhook } from './options.js';

export const knownIntegrationOptions: KnownOptions<HostIntegration> = {
  projectId: true,
  environmentId: true,
  name: true,
  description: true,
  iconUrl: true,
  staticConnections: true,
  templates: true,
  variables: true,
  webhooks: true,
};

const knownTemplateOptions: KnownOptions<HostTemplate> = {
  name: true,
  iconUrl: true,
  helpUrl: true,
  connect: true,
  remove: true,
};

const knownConnectRules: KnownOptions<ConnectRules> = { baseUrl: true, allowedDomains: true };

const knownWebhookOptions: KnownOptions<HostWebhook> = { name: true, label: true };

type Members = Partial<Record<keyof HostIntegration, unknown>>;

/** Checks the options of an integration that decide on what its users see. @throws {Error} */
export function checkPresentation(at: string, { templates, variables, webhooks }: Members): void {
  if (templates !== undefined) checkTemplates(`${at}.templates`, templates);
  if (variables !== undefined) checkVariableModes(`${at}.variables`, variables);
  if (webhooks !== undefined) checkWebhooks(`${at}.webhooks`, webhooks);
}

function checkTemplates(at: string, templates: unknown): void {
  for (const [id, template] of Object.entries(demandMembers<object>(at, templates))) {
    demandId(at, id);
    const option = `${at}['${id}']`;
    const members = demandMembers<HostTemplate>(option, template, knownTemplateOptions);
    const { name, iconUrl, helpUrl, connect, remove } = members;
    for (const [member, value] of Object.entries({ name, iconUrl, helpUrl })) {
      demandText(`${option}.${member}`, value);
    }
    const isSwitch = remove === undefined || typeof remove === 'boolean';
    demand(isSwitch, `${option}.remove`, 'true or false', remove);
    if (connect !== undefined && connect !== false) checkRules(`${option}.connect`, connect);
  }
}

function checkRules(at: string, rules: unknown): void {
  const { baseUrl = 'no', allowedDomains } = demandMembers<ConnectRules>(
    at,
    rules,
    knownConnectRules,
  );
  const isKnown = baseUrl === 'no' || baseUrl === 'optional' || baseUrl === 'required';
  demand(isKnown, `${at}.baseUrl`, '"no", "optional" or "required"', baseUrl);
  if (allowedDomains === undefined) return;
  demand(Array.isArray(allowedDomains), `${at}.allowedDomains`, 'an array', allowedDomains);
  const domains: readonly unknown[] = allowedDomains;
  for (const domain of domains) {
    const isDomain = typeof domain === 'string' && /^[^\s/@:?#*]+$|^\[[\da-f:.]+\]$/i.test(domain);
    demand(isDomain, `${at}.allowedDomains`, 'domains such as "myshopify.com"', domain);
  }
}

function checkVariableModes(at: string, variables: unknown): void {
  for (const [pointer, mode] of Object.entries(demandMembers<object>(at, variables))) {
    const isPlace = pointer !== '' && parsePointer(pointer) !== null;
    demand(isPlace, at, 'by JSON Pointers such as "/lastSyncDate"', pointer);
    demand(mode === 'hidden' || mode === 'readOnly', at, '"hidden" or "readOnly"', mode);
  }
}

function checkWebhooks(at: string, webhooks: unknown): void {
  demand(Array.isArray(webhooks), at, 'an array', webhooks);
  const list: readonly unknown[] = webhooks;
  for (const [index, webhook] of list.entries()) {
    const option = `${at}[${index}]`;
    const { name, label } = demandMembers<HostWebhook>(option, webhook, knownWebhookOptions);
    demand(typeof name === 'string' && name !== '', `${option}.name`, 'a text', name);
    demandText(`${option}.label`, label);
  }
}

function demandText(option: string, value: unknown): void {
  demand(value === undefined || typeof value === 'string', option, 'a text', value);
}
