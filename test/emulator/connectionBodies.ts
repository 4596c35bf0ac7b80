import { exampleData, exampleIds } from '../../src/emulator.js';

export interface ConnectionCreate {
  readonly name: string;
  readonly credentials: readonly Record<string, unknown>[];
  readonly variables: readonly never[];
  readonly baseUrl?: string;
}

const types: Readonly<Record<string, readonly [type: string, member: string]>> = {
  none: ['none', 'none'],
  'api-key': ['string', 'string'],
  'basic-auth': ['basic-auth', 'basicAuth'],
  oauth2: ['oauth2-code', 'oauth2Code'],
  oauth1: ['oauth1-token', 'oauth1Token'],
  certificate: ['certificate', 'certificate'],
};

/** A ConnectionCreate for a template of the example data; `secrets` by the type of the scheme. */
export function toConnectionCreate(
  integration: keyof typeof exampleIds.templates,
  system: string,
  secrets: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  name = 'Dock 4 k7x2q',
): ConnectionCreate {
  const ids: Readonly<Record<string, string>> = exampleIds.templates[integration];
  const template = exampleData().templates.find(
    (each) => each.connectionTemplateId === ids[system],
  );
  const schemes = template?.authSchemeConfigs ?? [];
  const credentials = schemes.map((authSchemeConfig, index) => {
    const [type = '', member = ''] = types[authSchemeConfig.type] ?? [];
    const id = `01JEXAMP1E000000NEW000000${index}`;
    return {
      id,
      authSchemeConfig,
      credential: {
        id,
        organisationId: exampleIds.organisation,
        type,
        data: { [member]: secrets[authSchemeConfig.type] ?? {} },
      },
    };
  });
  return { name, credentials, variables: [] };
}
