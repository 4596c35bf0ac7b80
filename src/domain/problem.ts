/** Every way in which the host API can say no; the adapter alone adds `offline`. */
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

/** What is wrong with one member of the input. */
export interface ProblemField {
  /** JSON Pointer into the request's body, such as `/connections/0/existingConnectionId`. */
  readonly path: string;
  readonly message: string;
}
