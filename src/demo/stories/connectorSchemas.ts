import type { JsonSchema } from 'react-versori-onboarding';

/** Signing in by one of three ways, each with secrets of its own, as databases and APIs ask for it. */
export const authentication: JsonSchema = {
  type: 'object',
  title: 'Object storage',
  description:
    'Reads files from a bucket. See the <a href="https://example.com/docs/storage">setup guide</a> ' +
    'for the permissions that it needs.',
  required: ['bucket', 'credentials'],
  properties: {
    bucket: {
      type: 'string',
      title: 'Bucket',
      description: 'The name alone, without `s3://`.',
      examples: ['invoices-eu', 'invoices-us'],
      pattern: '^[a-z0-9.-]{3,63}$',
      pattern_descriptor: 'lower case letters, digits, dots and hyphens',
    },
    credentials: {
      title: 'Sign in with',
      oneOf: [
        {
          title: 'Access key',
          required: ['auth_type', 'access_key_id', 'secret_access_key'],
          properties: {
            auth_type: { const: 'access_key' },
            access_key_id: { type: 'string', title: 'Access key ID' },
            secret_access_key: { type: 'string', airbyte_secret: true },
          },
        },
        {
          title: 'Service account',
          required: ['auth_type', 'private_key'],
          properties: {
            auth_type: { const: 'service_account' },
            client_email: { type: 'string', format: 'email' },
            private_key: {
              type: 'string',
              multiline: true,
              airbyte_secret: true,
              description: 'The whole PEM file, with its first and its last line.',
            },
          },
        },
        { title: 'None, for public buckets', properties: { auth_type: { const: 'public' } } },
      ],
    },
    start_date: {
      type: 'string',
      format: 'date-time',
      title: 'Replicate from',
      description: 'Files changed before are left out.',
    },
  },
};

/** Groups within groups, and a list of objects. */
export const nestedGroups: JsonSchema = {
  type: 'object',
  required: ['host', 'streams'],
  properties: {
    host: { type: 'string', format: 'hostname', title: 'Host' },
    port: { type: 'integer', title: 'Port', default: 5432, minimum: 1, maximum: 65_535 },
    tunnel: {
      type: 'object',
      title: 'SSH tunnel',
      properties: {
        tunnel_host: { type: 'string' },
        keep_alive: { type: 'integer', 'x-unit': 'seconds', default: 30 },
        retry: {
          type: 'object',
          title: 'Retries',
          properties: {
            max_attempts: { type: 'integer', minimum: 0 },
            first_delay: { type: 'integer', 'x-unit': 'ms' },
          },
        },
      },
    },
    streams: {
      type: 'array',
      title: 'Streams',
      minItems: 1,
      default: [{ name: 'orders', mode: 'incremental' }],
      items: {
        type: 'object',
        title: 'Stream',
        required: ['name'],
        properties: {
          name: { type: 'string', title: 'Name' },
          mode: { title: 'Mode', enum: ['full', 'incremental'] },
        },
      },
    },
  },
};

const tuning = [
  'batch_size',
  'buffer_bytes',
  'compression_level',
  'connect_timeout',
  'fetch_limit',
  'flush_interval',
  'idle_timeout',
  'max_retries',
  'poll_interval',
  'read_timeout',
];

/** A few settings that everybody fills in, and thirty that nearly nobody does. */
export const thirtyOptional: JsonSchema = {
  type: 'object',
  required: ['endpoint', 'api_key'],
  properties: {
    endpoint: { type: 'string', format: 'uri', title: 'Endpoint' },
    api_key: { type: 'string', title: 'API key', airbyte_secret: true },
    ...Object.fromEntries(
      ['source', 'sink', 'queue'].flatMap((side) =>
        tuning.map((name): [string, JsonSchema] => [
          `${side}_${name}`,
          { type: 'integer', minimum: 0, ...(name.endsWith('out') && { 'x-unit': 'seconds' }) },
        ]),
      ),
    ),
    legacy_token: { type: 'string', title: 'Token of version 1', deprecated: true },
  },
};
