import type { PathParameters } from '../../wire/operations.js';
import type { Answer } from '../answer.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

export interface OperationInput {
  readonly request: Request;
  readonly context: RequestContext;
  readonly services: Services;
  /** Of the path, decoded. */
  readonly parameters: PathParameters;
}

/** One operation of the host API. Throws a `ProblemError`, or anything that `toProblemError` understands. */
export type Operation = (input: OperationInput) => Promise<Answer>;
