import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The part of an OpenAPI document that is looked at here; schemas stay as they are. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, ResponseObject>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: object;
}

export interface Content {
  /** By media type. */
  readonly content?: Readonly<Record<string, MediaType>>;
}

interface MediaType {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

export type ResponseObject = Content & {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
};

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly Referable<Parameter>[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Referable<ResponseObject>>>;
  /** Whether success may come with an empty body. */
  readonly 'x-empty-body'?: boolean;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

type PathItem = { readonly parameters?: readonly Referable<Parameter>[] } & {
  readonly [method in (typeof methods)[number]]?: OperationObject;
};

type Referable<T> = T | { readonly $ref: string };

export interface DocumentedOperation {
  readonly method: string;
  /** Below the server's base path, with `{names}`. */
  readonly path: string;
  readonly operation: OperationObject;
  /** Those of the path and of the operation, references followed. */
  readonly parameters: readonly Parameter[];
}

/** The platform's, as the emulator has it. */
export function readPlatformDocument(): OpenApiDocument {
  return readDocument('src/emulator/openapi.yaml');
}

/** The host API's. */
export function readHostDocument(): OpenApiDocument {
  return readDocument('src/wire/openapi.yaml');
}

function readDocument(path: string): OpenApiDocument {
  const file = join(import.meta.dirname, '../..', path);
  return parse(readFileSync(file, 'utf8')) as OpenApiDocument;
}

export function listOperations(document: OpenApiDocument): DocumentedOperation[] {
  const { parameters } = document.components;
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const followed = all.map((each) => follow(each, parameters));
      return [{ method: method.toUpperCase(), path, operation, parameters: followed }];
    }),
  );
}

/** The response that a status has in the document: its own, else that of its class. */
export function findResponse(
  document: OpenApiDocument,
  { responses }: OperationObject,
  status: number,
): ResponseObject | undefined {
  const found = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`];
  return found === undefined ? undefined : follow(found, document.components.responses);
}

function follow<T extends object>(value: Referable<T>, all: Readonly<Record<string, T>>): T {
  if (!('$ref' in value)) return value;
  const target = all[value.$ref.split('/').at(-1) ?? ''];
  if (target === undefined) throw new Error(`The document has no ${value.$ref}.`);
  return target;
}
