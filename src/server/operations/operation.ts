import type { PathParameters } from '../../wire/operations.js';
import type { Answer } from '../answer.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';

export interface OperationInput {
  readonly request: Request;
  readonly visit: Visit;
  readonly services: Services;
  /** Of the path, decoded. */
  readonly parameters: PathParameters;
}

/** One operation of the host API. Throws a `Refusal`, or anything that `toRefusal` understands. */
export type Operation = (input: OperationInput) => Promise<Answer>;
