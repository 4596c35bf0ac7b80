import { assertNever } from '../domain/assertNever.js';
import type { PlatformOperation } from '../server/platform/platformFailure.js';
import { refusalShape, toAnswerShape } from './answerShapes.js';
import type { Exchange } from './exchange.js';
import type { ShapeDifference } from './shape.js';

/** A place where the platform is not as the handler relies on, in how many answers it is so. */
export interface Difference extends ShapeDifference {
  readonly operation: PlatformOperation;
  readonly count: number;
}

/** So long an answer leaves the handler no time for the other reads of a request, milliseconds. */
const slowMs = 5_000;

/** Refusals that the handler knows how to take. */
const tolerated: Readonly<Record<string, readonly number[]>> = {
  GetEndUser: [404],
  ListUserActivations: [404],
};

/** Lists each difference once; rows of lists count as one place. */
export function findDifferences(exchanges: readonly Exchange[]): readonly Difference[] {
  const found = new Map<string, Difference>();
  for (const exchange of exchanges) {
    const { operation } = exchange;
    const places = new Map(
      // The first row of several stands for all.
      findAll(exchange)
        .toReversed()
        .map((each) => [toKey(each), each]),
    );
    for (const [key, difference] of places) {
      const name = `${operation} ${key}`;
      const count = (found.get(name)?.count ?? 0) + 1;
      found.set(name, { ...(found.get(name) ?? difference), operation, count });
    }
  }
  return [...found.values()];
}

function toKey({ pointer, expected, seen }: ShapeDifference): string {
  return [pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'), expected, seen].join('\n');
}

function findAll(exchange: Exchange): readonly ShapeDifference[] {
  const slow = `an answer after ${exchange.durationMs} ms`;
  const late = { pointer: '', expected: `an answer within ${slowMs} ms`, seen: slow };
  const isLate = exchange.result.kind === 'answered' && exchange.durationMs > slowMs;
  return [...findInResult(exchange), ...(isLate ? [late] : [])];
}

function findInResult({ operation, url, result }: Exchange): readonly ShapeDifference[] {
  switch (result.kind) {
    case 'timeout':
      return [whole('no answer in time')];
    case 'broken':
      return [whole('a connection that broke')];
    case 'answered': {
      const { status, mediaType, isJson, body } = result;
      if (!isJson)
        return [whole(`${status} with a body that is no JSON (${toMediaType(mediaType)})`)];
      if (status >= 200 && status < 300) return toAnswerShape(operation, url)(body, '');
      if (tolerated[operation]?.includes(status)) return refusalShape(body, '');
      return [whole(String(status))];
    }
    default:
      return assertNever(result);
  }
}

function whole(seen: string): ShapeDifference {
  return { pointer: '', expected: 'an answer', seen };
}

/** A media type alone: what else a header may hold is not shown. */
function toMediaType(text: string): string {
  return /^[a-z]+\/[a-z.+-]+$/.test(text) ? text : 'of no known type';
}
