import type { JsonSchema } from 'react-versori-onboarding';

/** An application of the customer's own, with tokens that it got elsewhere. */
export const oauthApplication: JsonSchema = {
  title: 'Advertising account',
  type: 'object',
  required: ['credentials', 'account_ids', 'start_date'],
  properties: {
    credentials: {
      title: 'Authentication',
      type: 'object',
      oneOf: [
        {
          title: 'OAuth application',
          required: ['method', 'client_id', 'client_secret', 'refresh_token'],
          properties: {
            method: { const: 'oauth2' },
            client_id: { type: 'string' },
            client_secret: { type: 'string', airbyte_secret: true },
            refresh_token: { type: 'string', airbyte_secret: true },
          },
        },
        {
          title: 'Long-lived token',
          description: 'Made in the console of the account, and good for 60 days.',
          required: ['method', 'access_token'],
          properties: {
            method: { const: 'token' },
            access_token: { type: 'string', airbyte_secret: true },
          },
        },
      ],
    },
    account_ids: {
      type: 'array',
      title: 'Account IDs',
      minItems: 1,
      items: { type: 'string', pattern: '^\\d{6,}$', examples: ['204481930'] },
    },
    start_date: { type: 'string', format: 'date' },
    action_breakdowns: {
      type: 'array',
      uniqueItems: true,
      items: { enum: ['action_type', 'device', 'region'] },
    },
  },
};

/** A warehouse that is reached through a tunnel, with certificates of many lines. */
export const warehouse: JsonSchema = {
  title: 'Warehouse',
  description: 'Rows are written **once an hour**. The user needs `CREATE TABLE` in the schema.',
  type: 'object',
  required: ['host', 'database', 'username', 'password'],
  groups: [
    { id: 'server', title: 'Server' },
    { id: 'network', title: 'Network' },
  ],
  properties: {
    host: { type: 'string', format: 'hostname', group: 'server', order: 0 },
    port: { type: 'integer', default: 5439, minimum: 1, maximum: 65535, group: 'server', order: 1 },
    database: { type: 'string', group: 'server', order: 2 },
    username: { type: 'string', group: 'server', order: 3 },
    password: { type: 'string', format: 'password', group: 'server', order: 4 },
    ssl_mode: {
      title: 'TLS',
      group: 'network',
      default: { mode: 'require' },
      oneOf: [
        { title: 'Required', properties: { mode: { const: 'require' } }, required: ['mode'] },
        {
          title: 'Verified',
          required: ['mode', 'ca_certificate'],
          properties: {
            mode: { const: 'verify' },
            ca_certificate: {
              type: 'string',
              title: 'CA certificate',
              contentMediaType: 'application/x-pem-file',
              airbyte_secret: true,
            },
          },
        },
      ],
    },
    tunnel: {
      title: 'SSH tunnel',
      group: 'network',
      oneOf: [
        { title: 'None', properties: { kind: { const: 'none' } }, required: ['kind'] },
        {
          title: 'With a key',
          required: ['kind', 'host', 'key'],
          properties: {
            kind: { const: 'key' },
            host: { type: 'string' },
            port: { type: 'integer', default: 22 },
            key: { type: 'string', multiline: true, secret: true },
          },
        },
      ],
    },
  },
};

/** Which period is read, how often, and what is left out of it. */
export const dateWindows: JsonSchema = {
  title: 'What is read',
  type: 'object',
  required: ['from'],
  properties: {
    from: { type: 'string', format: 'date-time', examples: ['2026-01-01T00:00:00Z'] },
    to: { type: ['string', 'null'], format: 'date-time', title: 'Until' },
    daily_at: { type: 'string', format: 'time', title: 'Every day at' },
    window: { type: 'integer', default: 30, minimum: 1, 'x-unit': 'days' },
    pause: { type: 'number', minimum: 0, 'x-unit': 'seconds', description: 'Between two calls.' },
    lookback: { type: 'string', format: 'duration' },
    skip_weekends: { type: 'boolean' },
    blackouts: {
      type: 'array',
      title: 'Days to leave out',
      items: {
        type: 'array',
        title: 'Period',
        minItems: 1,
        prefixItems: [
          { type: 'string', format: 'date', title: 'First day' },
          { type: 'string', format: 'date', title: 'Last day' },
        ],
        items: false,
      },
    },
  },
};

/** Fields that others bring: where rows go decides what is asked for next. */
export const conditions: JsonSchema = {
  title: 'Export',
  type: 'object',
  required: ['destination'],
  properties: {
    destination: {
      type: 'string',
      oneOf: [
        { const: 'email', title: 'Email' },
        { const: 'sftp', title: 'SFTP server' },
        { const: 'none', title: 'Nowhere, only check' },
      ],
      default: 'sftp',
    },
    compress: { type: 'boolean', default: false },
  },
  allOf: [
    {
      if: { properties: { destination: { const: 'email' } }, required: ['destination'] },
      then: {
        properties: {
          recipients: { type: 'array', minItems: 1, items: { type: 'string', format: 'email' } },
        },
        required: ['recipients'],
      },
    },
    {
      if: { properties: { destination: { const: 'sftp' } }, required: ['destination'] },
      then: {
        properties: {
          server: { type: 'string', format: 'hostname' },
          folder: { type: 'string', default: '/in' },
          password: { type: 'string', secret: true },
          private_key: { type: 'string', multiline: true, secret: true },
        },
        required: ['server'],
        anyOf: [{ required: ['password'] }, { required: ['private_key'] }],
      },
    },
  ],
};
