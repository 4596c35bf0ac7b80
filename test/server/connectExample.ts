import { exampleIds } from '../../src/emulator.js';
import type { Authorization } from '../../src/domain/connectionInput.js';
import type { CredentialInput } from '../../src/domain/credential.js';
import type { HostRequest, TestHost } from '../support/host.js';
import { environmentPath } from './example.js';

const { templates } = exampleIds;

type IntegrationKey = keyof typeof templates;

function templatePath(integration: IntegrationKey, templateId: string): string {
  return `${environmentPath(integration)}/templates/${templateId}`;
}

export const shipbobPath: string = templatePath('warehouseSync', templates.warehouseSync.shipbob);
export const netsuitePath: string = templatePath('warehouseSync', templates.warehouseSync.netsuite);
export const hubspotPath: string = templatePath(
  'hubspotContacts',
  templates.hubspotContacts.hubspot,
);
export const slackPath: string = templatePath('slackAlerts', templates.slackAlerts.slack);
export const shopifyPath: string = templatePath('shopifyOrders', templates.shopifyOrders.shopify);

/** What a user types for ShipBob: a client certificate, and a key on top of it. */
export const shipbobCredentials: readonly CredentialInput[] = [
  { kind: 'certificate', certificate: 'canary-cert-pem', key: 'canary-key-pem', ca: 'canary-ca' },
  { kind: 'apiKey', value: 'canary-typed-key' },
];

export interface Typed {
  readonly name?: string;
  readonly baseUrl?: string;
  readonly credentials: readonly CredentialInput[];
}

/** A request that makes a connection, or signs in again with `method: 'PUT'`. */
export function connect(
  { name = 'Dock 4', ...typed }: Typed,
  { key = crypto.randomUUID(), ...request }: HostRequest & { readonly key?: string } = {},
): HostRequest {
  return {
    method: 'POST',
    ...request,
    headers: { 'Idempotency-Key': key, ...request.headers },
    body: { name, ...typed },
  };
}

export async function startSignIn(
  host: TestHost,
  path: string,
  {
    user,
    ...body
  }: { user?: string; schemeIndex?: number; connectionId?: string; returnTo?: string } = {},
): Promise<Authorization> {
  const response = await host.send(`${path}/authorizations`, {
    method: 'POST',
    body: { schemeIndex: 0, ...body },
    ...(user !== undefined && { user }),
  });
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Authorization;
}

/** What the user allows at the provider, as it comes back in the query. */
export async function allow(host: TestHost, { url }: Authorization): Promise<URLSearchParams> {
  host.emulator.provider.decision = 'allow';
  const answer = await host.emulator.fetch(new Request(url));
  return new URL(answer.headers.get('location') ?? '').searchParams;
}

/** Signs in at the pretended provider, up to the credential. */
export async function signIn(
  host: TestHost,
  path: string,
  options: { user?: string; connectionId?: string } = {},
): Promise<CredentialInput> {
  const authorization = await startSignIn(host, path, options);
  const query = await allow(host, authorization);
  const { ticket } = authorization;
  return {
    kind: 'oauth2AuthorizationCode',
    ticket,
    code: query.get('code') ?? '',
    state: query.get('state') ?? '',
  };
}

export function countCalls(host: TestHost, operation: string): number {
  return host.emulator.requests.filter((each) => each.operation === operation).length;
}
