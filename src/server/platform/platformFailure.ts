/** The platform's operations, in its own names. */
export type PlatformOperation =
  | 'ActivateUser'
  | 'CreateConnection'
  | 'CreateEndUser'
  | 'DeleteActivation'
  | 'DeleteConnection'
  | 'GetConnection'
  | 'GetEndUser'
  | 'GetProject'
  | 'InitialiseOAuth1Connection'
  | 'InitialiseOAuth2Connection'
  | 'ListConnections'
  | 'ListEnvironmentConnections'
  | 'ListProjectConnectionTemplates'
  | 'ListProjects'
  | 'ListUserActivations'
  | 'SetDynamicVariables'
  | 'UpdateConnection';

/** One problem that the platform names; `field` is its path, such as `connections[0].name`. */
export interface PlatformField {
  readonly field: string;
  readonly message: string;
}

/** The platform's own text of a refusal. It may quote secrets: check it before it leaves the handler. */
export interface PlatformTexts {
  readonly message: string | undefined;
  readonly fields: readonly PlatformField[];
}

/** An answer with a status of 300 or above. */
interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  /** A function, so that no report of the error's members shows its texts. */
  readonly readTexts: () => PlatformTexts;
  readonly retryAfterSeconds: number | undefined;
  /** This process's clock minus the platform's; `undefined`: the answer has no date. */
  readonly clockSkewMs: number | undefined;
}

export type FailureReason =
  | Refused
  /** The connection broke, or was never made. */
  | { readonly kind: 'broken'; readonly neverSent: boolean; readonly systemCode?: string }
  | { readonly kind: 'timeout' }
  /** A success whose body cannot be parsed; `at` names the place. */
  | { readonly kind: 'malformed'; readonly at: string };

/** A call that gave no usable answer. Neither its message nor its members show the platform's texts. */
export class PlatformFailure extends Error {
  override readonly name: string = 'PlatformFailure';
  readonly operation: PlatformOperation;
  readonly reason: FailureReason;

  constructor(operation: PlatformOperation, reason: FailureReason) {
    super(`The platform's ${operation} ${describe(reason)}.`);
    this.operation = operation;
    this.reason = reason;
  }
}

/** Whether a thrown value is the platform's answer with that status. */
export function isRefusedWith(error: unknown, status: number): boolean {
  return (
    error instanceof PlatformFailure &&
    error.reason.kind === 'refused' &&
    error.reason.status === status
  );
}

/**
 * Whether a call did nothing, beyond doubt: the platform turned it away unread (429), or no connection
 * to it was ever made. Any other break, status or silence may hide a call that was carried out.
 */
export function isProvablyNotProcessed({ reason }: PlatformFailure): boolean {
  if (reason.kind === 'broken') return reason.neverSent;
  return reason.kind === 'refused' && reason.status === 429;
}

/** A token of a signing key is not valid yet, or no longer, where the clocks are far apart. */
function describeSkew({ status, clockSkewMs = 0 }: Refused): string {
  const minutes = Math.round(Math.abs(clockSkewMs) / 60_000);
  if (status !== 401 || minutes < 5) return '';
  const direction = clockSkewMs > 0 ? 'ahead of' : 'behind';
  return `. This server's clock is ${minutes} minutes ${direction} the platform's, and a signing key needs them to agree: set the clock`;
}

function describe(reason: FailureReason): string {
  switch (reason.kind) {
    case 'refused': {
      const isAboutTheKey = reason.status === 401 || reason.status === 403;
      const hint = isAboutTheKey ? ': check platform.auth, and what its key may do' : '';
      return `answered ${reason.status}${hint}${describeSkew(reason)}`;
    }
    case 'broken': {
      const what = reason.neverSent ? 'could not be reached' : 'broke off';
      return reason.systemCode === undefined ? what : `${what} (${reason.systemCode})`;
    }
    case 'timeout':
      return 'took too long';
    case 'malformed':
      return `gave an answer that cannot be used: ${reason.at}`;
  }
}
