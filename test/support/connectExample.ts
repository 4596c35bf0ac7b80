import { screen } from '@testing-library/react';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../src/emulator.js';
import type { RenderedWidget } from './renderWidget.js';

type SchemeConfig = Emulator['data']['templates'][number]['authSchemeConfigs'][number];

/** What users type as secrets in these tests, to be found nowhere afterwards. */
export const typedSecret = 'typed-secret-7Q';

/** Amelia has no Slack account; Slack's template has these schemes, or its own: OAuth 2.0. */
export function withoutSlack(own?: readonly SchemeConfig[]): Emulator {
  const data = exampleData();
  data.connections = data.connections.filter(({ id }) => id !== exampleIds.connections.ameliaSlack);
  const { slack } = exampleIds.templates.slackAlerts;
  const template = data.templates.find((each) => each.connectionTemplateId === slack);
  if (template !== undefined && own !== undefined) template.authSchemeConfigs = [...own];
  return createEmulator({ data });
}

const oauth2: Readonly<Record<string, unknown>> = {
  id: 'oauth2',
  authorizeUrl: 'https://login.fernway.example/oauth/authorize',
  tokenUrl: 'https://login.fernway.example/oauth/token',
  defaultScopes: ['chat.write'],
};

/** Schemes as the platform writes them. */
export const schemes: Readonly<
  Record<
    | 'none'
    | 'apiKey'
    | 'basicAuth'
    | 'clientCredentials'
    | 'password'
    | 'tokens'
    | 'certificate'
    | 'hmac',
    SchemeConfig
  >
> = {
  none: { type: 'none', none: { id: 'none' } },
  apiKey: {
    type: 'api-key',
    apiKey: {
      id: 'key',
      description: 'Found below Admin › Keys.',
      name: 'X-Api-Key',
      in: 'header',
    },
  },
  basicAuth: { type: 'basic-auth', basicAuth: { id: 'basic' } },
  clientCredentials: {
    type: 'oauth2',
    oauth2: { ...oauth2, grant: { type: 'clientCredentials', clientCredentials: {} } },
  },
  password: {
    type: 'oauth2',
    oauth2: { ...oauth2, grant: { type: 'password', password: { clientId: 'fernway' } } },
  },
  tokens: { type: 'oauth1', oauth1: { id: 'tokens', tokenAuth: true } },
  certificate: { type: 'certificate', certificate: { id: 'certificate' } },
  hmac: { type: 'hmac', hmac: { id: 'hmac' } },
};

/** Replaces what stands in a field, by one paste: as people fill in keys. */
export async function fill({ user }: RenderedWidget, label: string, text: string): Promise<void> {
  const field = await screen.findByLabelText(label);
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

export function toPem(label: string): string {
  return `-----BEGIN ${label}-----\nbm90IGEgcmVhbCBvbmU=\n-----END ${label}-----\n`;
}

/** What the platform holds of the newest connection's credentials. */
export function listCredentials({ platform }: Pick<RenderedWidget, 'platform'>): unknown[] {
  const newest = platform.data.connections.at(-1);
  return (newest?.credentials ?? []).map(({ credential }) => credential?.data);
}
