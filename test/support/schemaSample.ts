import type { OpenApiDocument } from './platformDocument.js';

interface SampledSchema {
  readonly $ref?: string;
  readonly oneOf?: readonly SampledSchema[];
  readonly allOf?: readonly SampledSchema[];
  readonly properties?: Readonly<Record<string, SampledSchema>>;
  readonly items?: SampledSchema;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
}

const texts: Readonly<Record<string, string>> = {
  'date-time': '2026-11-24T00:00:00Z',
  'json-pointer': '/a',
};

/** A value in which every property that the schema names is set, however deep. */
export function toSample(document: OpenApiDocument, schema: SampledSchema): unknown {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return toSample(document, document.components.schemas[name] ?? {});
  }
  if (schema.oneOf !== undefined) return toSample(document, schema.oneOf[0] ?? {});
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return Object.assign(
        {},
        ...(schema.allOf ?? []).map((each) => toSample(document, each)),
        toMembers(document, schema),
      );
    case 'array':
      return [toSample(document, schema.items ?? {})];
    case 'string':
      if (schema.pattern?.startsWith('^https') === true) return 'https://example.com';
      return texts[schema.format ?? ''] ?? 'text';
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    default:
      throw new Error(`No sample of ${JSON.stringify(schema)}: toSample lacks a case for it.`);
  }
}

function toMembers(document: OpenApiDocument, { properties = {} }: SampledSchema): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, toSample(document, schema)]),
  );
}
