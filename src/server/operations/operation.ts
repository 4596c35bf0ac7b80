import type { CallName, ParametersOf } from '../../wire/hostApi.js';
import type { Answer } from '../answer.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

export interface OperationInput<Name extends CallName> {
  readonly request: Request;
  readonly context: RequestContext;
  readonly services: Services;
  /** Of the path, decoded. */
  readonly parameters: ParametersOf<Name>;
}

/** Answers one call of the host API. Throws a `ProblemError`, or anything that `toProblemError` understands. */
export type Operation<Name extends CallName> = (input: OperationInput<Name>) => Promise<Answer>;

export type Operations = { readonly [Name in CallName]: Operation<Name> };
