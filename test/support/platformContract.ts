import {
  type Content,
  type DocumentedOperation,
  findResponse,
  listOperations,
  type Parameter,
  readPlatformDocument,
} from './platformDocument.js';
import { createSchemaChecker } from './schemaChecker.js';

type Fetch = (request: Request) => Promise<Response>;

export interface ContractChecker {
  /** Stands between whoever calls the platform and the platform, and passes everything on. */
  readonly wrap: (fetch: Fetch) => Fetch;
  /**
   * What broke the platform's OpenAPI document, in sentences that start with `request` or `answer`
   * and the operation. Empty: nothing did.
   */
  readonly violations: string[];
}

export interface ContractCheckerOptions {
  /** False: requests alone are checked, for data sets and faults whose answers are broken. */
  readonly answers?: boolean;
}

const basePath = '/api/v2';

/** Checks every request that is sent to the platform, and every answer, against the document. */
export function createContractChecker(options: ContractCheckerOptions = {}): ContractChecker {
  const { answers = true } = options;
  const violations: string[] = [];

  return {
    violations,
    wrap: (fetch) => async (request) => {
      const found = findOperation(request);
      const name = found?.known.operation.operationId;
      const sent = request.clone();
      if (found === undefined) {
        violations.push(`request: no operation for ${request.method} ${request.url}`);
      } else {
        const problems = checkRequest(found, sent, await readText(sent));
        violations.push(...problems.map((problem) => `request ${name}: ${problem}`));
      }
      const response = await fetch(request);
      if (found !== undefined && answers) {
        const problems = await checkAnswer(found.known, response.clone());
        violations.push(...problems.map((problem) => `answer ${name}: ${problem}`));
      }
      return response;
    },
  };
}

const document = readPlatformDocument();
const operations = listOperations(document);

const check = createSchemaChecker(document);

interface FoundOperation {
  readonly known: DocumentedOperation;
  readonly url: URL;
  readonly pathValues: Readonly<Record<string, string>>;
}

function findOperation({ method, url: href }: Request): FoundOperation | undefined {
  const url = new URL(href);
  for (const known of operations) {
    const pathValues = matchPath(basePath + known.path, url.pathname);
    if (pathValues !== null && known.method === method) return { known, url, pathValues };
  }
  return undefined;
}

function matchPath(path: string, pathname: string): Record<string, string> | null {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = path.replaceAll(/\{\w+\}/g, '([^/]+)').replaceAll('.', '\\.');
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  if (match === null) return null;
  return Object.fromEntries(
    names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
  );
}

function checkRequest(
  { known, url, pathValues }: FoundOperation,
  request: Request,
  text: string,
): string[] {
  const { operation, parameters } = known;
  const scheme = request.headers.get('authorization')?.split(' ')[0];
  const problems = scheme === 'Bearer' || scheme === 'JWT' ? [] : ['has no authorization'];
  const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  for (const name of new Set(url.searchParams.keys())) {
    if (!names.includes(name)) problems.push(`has an unknown parameter ${name}`);
    if (url.searchParams.getAll(name).length > 1) problems.push(`repeats the parameter ${name}`);
  }
  for (const parameter of parameters) {
    problems.push(...checkParameter(parameter, { url, pathValues }));
  }
  if (operation.requestBody === undefined) {
    return text === '' ? problems : [...problems, 'has a body that nobody asked for'];
  }
  return [...problems, ...checkBody(operation.requestBody, request.headers, text)];
}

function checkParameter(
  { name, in: place, required = false, schema }: Parameter,
  { url, pathValues }: Pick<FoundOperation, 'url' | 'pathValues'>,
): string[] {
  const text = place === 'path' ? pathValues[name] : url.searchParams.get(name);
  if (text === undefined || text === null) return required ? [`lacks the parameter ${name}`] : [];
  const isInteger = 'type' in schema && schema.type === 'integer';
  return check(schema, isInteger ? Number(text) : text, `parameter ${name}`);
}

async function checkAnswer(
  { operation }: DocumentedOperation,
  response: Response,
): Promise<string[]> {
  const known = findResponse(document, operation, response.status);
  if (known === undefined) return [`has the unknown status ${response.status}`];
  const text = await readText(response);
  if (known.content === undefined) return text === '' ? [] : ['has a body that nobody asked for'];
  if (text === '' && response.ok && operation['x-empty-body'] === true) return [];
  return checkBody(known, response.headers, text);
}

function checkBody({ content }: Content, headers: Headers, text: string): string[] {
  const type = headers.get('content-type');
  if (type?.split(';')[0] !== 'application/json') return [`has the content type ${type}`];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ['has a body that is not JSON'];
  }
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? [] : check(schema, value, 'body');
}

/** An aborted request has no body to look at any more. */
async function readText(message: Request | Response): Promise<string> {
  return message.text().catch(() => '');
}
