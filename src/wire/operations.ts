export type OperationName =
  | 'listIntegrations'
  | 'getIntegration'
  | 'listConnections'
  | 'listActivations'
  | 'activate'
  | 'updateVariables'
  | 'deactivate';

/**
 * The host API: one entry a call. Paths are relative to the base path that the host picks; both the
 * adapter in the browser and the handler on the host read them here.
 */
export const operations: Readonly<Record<OperationName, { method: string; path: string }>> = {
  listIntegrations: { method: 'GET', path: '/integrations' },
  getIntegration: { method: 'GET', path: '/integrations/{environmentId}' },
  listConnections: {
    method: 'GET',
    path: '/integrations/{environmentId}/templates/{connectionTemplateId}/connections',
  },
  listActivations: { method: 'GET', path: '/integrations/{environmentId}/activations' },
  activate: { method: 'POST', path: '/integrations/{environmentId}/activations' },
  updateVariables: {
    method: 'PATCH',
    path: '/integrations/{environmentId}/activations/{activationId}/variables',
  },
  deactivate: {
    method: 'DELETE',
    path: '/integrations/{environmentId}/activations/{activationId}',
  },
};

export type PathParameters = Readonly<Record<string, string>>;

/** The request header that carries one UUID for one intent to activate. */
export const IDEMPOTENCY_KEY_HEADER = 'Idempotency-Key';

/**
 * The path of a call, its parameters percent-encoded. Throws where a parameter is missing, empty,
 * `.` or `..`: no encoding keeps a URL from collapsing those into another path.
 */
export function toPath(operation: OperationName, parameters: PathParameters = {}): string {
  return operations[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined || value === '' || value === '.' || value === '..') {
      throw new Error(
        `${operation} needs ${name}, and ${JSON.stringify(value)} cannot stand in a URL. Pass the id that the backend gave.`,
      );
    }
    return encodeURIComponent(value);
  });
}

export type OperationMatch =
  | {
      readonly kind: 'operation';
      readonly name: OperationName;
      readonly parameters: PathParameters;
    }
  /** The path is known, the method is not: `allow` lists those that are. */
  | { readonly kind: 'otherMethod'; readonly allow: readonly string[] }
  | { readonly kind: 'none' };

/** Which call a request means; `path` is what follows the base path, still percent-encoded. */
export function matchOperation(method: string, path: string): OperationMatch {
  const allow: string[] = [];
  for (const name of operationNames) {
    const parameters = matchPath(operations[name].path, path);
    if (parameters === null) continue;
    if (operations[name].method === method) return { kind: 'operation', name, parameters };
    allow.push(operations[name].method);
  }
  return allow.length > 0 ? { kind: 'otherMethod', allow } : { kind: 'none' };
}

const operationNames: readonly OperationName[] = [
  'listIntegrations',
  'getIntegration',
  'listConnections',
  'listActivations',
  'activate',
  'updateVariables',
  'deactivate',
];

function matchPath(template: string, path: string): PathParameters | null {
  const expected = template.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== value) return null;
      continue;
    }
    const decoded = decode(value);
    if (decoded === null || decoded === '') return null;
    parameters[part.slice(1, -1)] = decoded;
  }
  return parameters;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null; // A lone "%": no id is written like that, so no path of ours is meant.
  }
}
