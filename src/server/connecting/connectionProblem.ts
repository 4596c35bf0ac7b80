import type { ConnectionBody } from '../../wire/connectionBody.js';
import { toWriteProblem } from '../problems.js';
import type { ProblemError } from '../problemError.js';
import { createQuoteTest } from '../secretGuard.js';

/**
 * A refusal of the platform as the browser may know it: at the browser's own path, without texts of
 * places that are secret, or that quote anything that was typed as a credential.
 */
export function toConnectionProblem(error: unknown, { credentials }: ConnectionBody): ProblemError {
  const secrets = credentials.flatMap(({ kind, ...texts }) =>
    kind === 'none' ? [] : Object.values(texts),
  );
  return toWriteProblem(error, {
    toPath: toInputPath,
    guard: {
      isSecret: () => true,
      quotes: createQuoteTest(new Set(secrets.filter((text) => text !== ''))),
    },
  });
}

/** `null`: the host filled that in. */
function toInputPath(field: string): readonly string[] | null {
  const path = field.replace(/^(body\.)?(connection\.)?/, '');
  if (path === 'name' || path === 'baseUrl') return [path];
  const index = /^credentials\[(\d+)\]/.exec(path)?.[1];
  if (index === undefined) return path === 'credentials' ? ['credentials'] : null;
  const member = /\.data\.\w+\.(\w+)$/.exec(path)?.[1];
  return member === undefined ? ['credentials', index] : ['credentials', index, member];
}
