/** The error codes of the host API; only the adapter produces `offline`. */
export type ProblemCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'invalid'
  | 'rateLimited'
  | 'unknown'
  | 'malformed'
  | 'unavailable'
  | 'timeout'
  | 'offline';

/** A problem of one member of the input. */
export interface ProblemField {
  /** JSON Pointer into the request's body, such as `/connections/0/existingConnectionId`. */
  readonly path: string;
  readonly message: string;
}
