import type { JsonSchema } from 'react-versori-onboarding';

/** A call of any API: maps of headers, and a body that the schema says nothing of. */
export const httpRequest: JsonSchema = {
  title: 'HTTP request',
  type: 'object',
  required: ['url', 'body'],
  properties: {
    url: { type: 'string', format: 'uri' },
    method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], default: 'POST' },
    headers: {
      type: 'object',
      additionalProperties: { type: 'string' },
      propertyNames: { pattern: '^[A-Za-z-]+$' },
      default: { 'Content-Type': 'application/json' },
    },
    query: { type: 'object' },
    body: { description: 'Sent as JSON.' },
    retry_on: { type: 'array', items: { type: 'integer', minimum: 400, maximum: 599 } },
  },
};

/** Arguments of a tool, as a language model is given them. */
export const toolArguments: JsonSchema = {
  title: 'create_ticket',
  description: 'Creates a ticket in the help desk of the customer.',
  type: 'object',
  additionalProperties: false,
  required: ['subject', 'priority', 'assignee', 'related'],
  properties: {
    subject: { type: 'string', description: 'One line, without the name of the customer.' },
    priority: { type: ['string', 'null'], enum: ['low', 'normal', 'urgent', null] },
    assignee: { type: ['string', 'null'], description: 'Email of the agent.' },
    related: {
      type: 'array',
      items: {
        anyOf: [{ $ref: '#/$defs/order' }, { $ref: '#/$defs/article' }],
      },
    },
    labels: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  },
  $defs: {
    order: {
      type: 'object',
      required: ['type', 'number'],
      properties: { type: { const: 'order' }, number: { type: 'integer' } },
    },
    article: {
      type: 'object',
      required: ['type', 'slug'],
      properties: { type: { const: 'article' }, slug: { type: 'string' } },
    },
  },
};

/** A workload of a cluster: values of two types, maps, rows within rows, fields without a schema. */
export const workload: JsonSchema = {
  title: 'Worker',
  type: 'object',
  required: ['image'],
  properties: {
    image: { type: 'string', examples: ['registry.example.com/worker:1.4'] },
    replicas: { type: ['integer', 'null'], minimum: 0 },
    labels: { type: ['object', 'null'], additionalProperties: { type: ['string', 'null'] } },
    env: {
      type: 'array',
      title: 'Environment',
      items: {
        type: 'object',
        title: 'Variable',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          value: { type: 'string' },
          valueFrom: {
            type: 'object',
            properties: {
              secretKeyRef: {
                type: 'object',
                properties: { name: { type: 'string' }, key: { type: 'string' } },
                required: ['key'],
              },
            },
          },
        },
      },
    },
    strategy: {
      type: 'object',
      properties: {
        maxSurge: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
        maxUnavailable: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
      },
    },
    resources: {
      type: 'object',
      properties: {
        limits: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
      },
    },
    tolerations: { type: 'array' },
    affinity: { type: 'object' },
  },
};

/** Rules with conditions of their own, as many as the user wants. */
export const routingRules: JsonSchema = {
  title: 'Routing',
  type: 'object',
  required: ['rules'],
  properties: {
    rules: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        title: 'Rule',
        required: ['match', 'send_to'],
        properties: {
          match: {
            oneOf: [
              {
                title: 'Amount',
                properties: {
                  by: { const: 'amount' },
                  at_least: { type: 'number', default: 100, 'x-unit': 'EUR' },
                },
                required: ['by', 'at_least'],
              },
              {
                title: 'Country',
                properties: {
                  by: { const: 'country' },
                  countries: {
                    type: 'array',
                    uniqueItems: true,
                    items: { enum: ['DE', 'FR', 'GB', 'IE', 'NL'] },
                  },
                },
                required: ['by', 'countries'],
              },
            ],
          },
          send_to: { type: 'string', suggestions: ['Dublin', 'Leeds', 'Utrecht'] },
          note: { type: ['string', 'null'], maxLength: 1000 },
          is_paused: { type: 'boolean', default: false },
        },
      },
    },
    fallback: { type: 'string', suggestions: ['Dublin', 'Leeds', 'Utrecht'] },
    legacy_mode: { type: 'boolean', deprecated: true },
  },
};

/** Documents and images that go along as text. */
export const documents: JsonSchema = {
  title: 'Invoices',
  type: 'object',
  required: ['sender'],
  properties: {
    sender: { type: 'string', title: 'Sender name' },
    logo: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
    terms: { type: 'string', format: 'data-url', title: 'Terms and conditions' },
    footer: { type: 'string', 'ui:widget': 'textarea' },
    vat_rate: { type: 'number', unit: '%', minimum: 0, maximum: 100, default: 19 },
    colour: { type: 'string', pattern: '^#[0-9a-f]{6}$', examples: ['#0a7d55'] },
    api_token: { type: 'string', 'ui:widget': 'password' },
  },
};
