import {
  type DocumentedOperation,
  findResponse,
  listOperations,
  readHostDocument,
} from './platformDocument.js';
import { matchCall } from '../../src/wire/hostApi.js';
import { createSchemaChecker } from './schemaChecker.js';

const document = readHostDocument();
const operations = listOperations(document);
const check = createSchemaChecker(document);

export interface HostExchange {
  readonly method: string;
  /** Below the base path, without a query. */
  readonly path: string;
  readonly response: Response;
}

export function findHostOperation(method: string, path: string): DocumentedOperation | undefined {
  const match = matchCall(method, path);
  if (match.kind !== 'call') return undefined;
  return operations.find(({ operation }) => operation.operationId === match.name);
}

/** What of an answer breaks the host API's document: status, headers, media type or body. */
export async function findAnswerProblems({
  method,
  path,
  response,
}: HostExchange): Promise<string[]> {
  const known = findHostOperation(method, path);
  if (known === undefined) return [`no operation for ${method} ${path}`];
  const { status, headers } = response;
  const documented = findResponse(document, known.operation, status);
  if (documented === undefined) return [`has the unknown status ${status}`];
  const said = Object.fromEntries(headers);
  const named = Object.keys(documented.headers ?? {}).map((name) => name.toLowerCase());
  const isKnown = (name: string): boolean =>
    [...named, 'content-type', 'vary'].includes(name) || name.startsWith('access-control-');
  const extra = Object.keys(said).filter((name) => !isKnown(name));
  const problems = extra.map((name) => `has the unknown header ${name}`);
  for (const name of ['cache-control', 'x-content-type-options']) {
    if (!(name in said)) problems.push(`lacks the header ${name}`);
  }
  const text = await response.clone().text();
  const [[type, content] = [undefined, undefined]] = Object.entries(documented.content ?? {});
  if (type === undefined || content === undefined) {
    return text === '' ? problems : [...problems, 'has a body that nobody asked for'];
  }
  if (headers.get('Content-Type') !== type) problems.push(`is no ${type}`);
  return [...problems, ...check(content.schema, JSON.parse(text), 'body')];
}

/** What of a request's body breaks the document. */
export function findBodyProblems(method: string, path: string, body: unknown): string[] {
  const schema = findHostOperation(method, path)?.operation.requestBody?.content;
  const json = schema?.['application/json'];
  return json === undefined ? ['has no body'] : check(json.schema, body, 'body');
}
