import type { PlatformOperation } from '../server/platform/platformFailure.js';
import type { Exchange } from './exchange.js';

/** What the calls of one operation came to. */
export interface OperationRow {
  readonly operation: PlatformOperation;
  /** The last answer decides: an earlier one may have been tried again. */
  readonly outcome: 'worked' | 'refused' | 'failed' | 'not tried';
  /** Statuses, or what came in place of an answer, with how often. */
  readonly answers: string;
  readonly slowestMs: number;
  readonly largestBytes: number;
}

/** The reads of the handler, in the order in which a first page asks for them; and the list. */
const reads: readonly PlatformOperation[] = [
  'ListProjects',
  'GetProject',
  'ListProjectConnectionTemplates',
  'ListEnvironmentConnections',
  'GetEndUser',
  'ListUserActivations',
  'ListConnections',
  'GetConnection',
];

export function toOperationRows(exchanges: readonly Exchange[]): readonly OperationRow[] {
  return reads.map((operation) => {
    const calls = exchanges.filter((each) => each.operation === operation);
    return {
      operation,
      outcome: toOutcome(calls.at(-1)),
      answers: countAnswers(calls),
      slowestMs: Math.max(0, ...calls.map(({ durationMs }) => durationMs)),
      largestBytes: Math.max(
        0,
        ...calls.map(({ result }) => (result.kind === 'answered' ? result.bytes : 0)),
      ),
    };
  });
}

function toOutcome(last: Exchange | undefined): OperationRow['outcome'] {
  if (last === undefined) return 'not tried';
  const { result } = last;
  if (result.kind !== 'answered' || !result.isJson) return 'failed';
  if (result.status === 401 || result.status === 403) return 'refused';
  // Only an answered question can be answered with "there is none".
  return result.status < 300 || result.status === 404 ? 'worked' : 'failed';
}

function countAnswers(calls: readonly Exchange[]): string {
  const counts = new Map<string, number>();
  for (const { result } of calls) {
    const name = toAnswerName(result);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)).join(', ');
}

function toAnswerName(result: Exchange['result']): string {
  if (result.kind === 'timeout') return 'no answer in time';
  if (result.kind === 'broken') return 'connection broke';
  return result.isJson ? String(result.status) : `${result.status} without JSON`;
}
