import { assertNever } from '../domain/assertNever.js';
import type { Authorization } from '../domain/connectionInput.js';
import type { ProblemCode } from '../domain/problem.js';
import {
  parseAuthorizationAnswer,
  type AuthorizationAnswer,
  type AuthorizedCredential,
} from './authorizationAnswer.js';

/** Why the backend did not name the provider's page. */
export interface AuthorizationProblem {
  readonly code: ProblemCode;
  readonly retryAfterSeconds?: number | undefined;
}

/** A look for the answer that the user asked for. */
export type AuthorizationCheck = 'none' | 'running' | 'nothing';

/** The state of a sign-in at a provider's page in a window of its own. */
export type AuthorizationState =
  | { readonly status: 'idle' }
  /** The window is there and empty; the backend is asked for the provider's page. */
  | {
      readonly status: 'starting';
      readonly attempt: number;
      readonly earlier: readonly Authorization[];
    }
  /** The browser opened no window. */
  | { readonly status: 'blocked' }
  /** The user is at the provider; every window that was opened for it may answer. */
  | {
      readonly status: 'waiting';
      readonly attempt: number;
      readonly authorizations: readonly Authorization[];
      /** The window says that it is closed, as one also does that its provider isolates. */
      readonly seemsClosed: boolean;
      readonly check: AuthorizationCheck;
    }
  | { readonly status: 'granted'; readonly credential: AuthorizedCredential }
  | { readonly status: 'denied' }
  | { readonly status: 'refused'; readonly description: string }
  | { readonly status: 'notStarted'; readonly problem: AuthorizationProblem }
  | { readonly status: 'timedOut' };

/** What a sign-in is known by, and the query of the callback page. */
export interface AnsweredSignIn extends Pick<Authorization, 'ticket' | 'state'> {
  readonly search: string;
}

export type AuthorizationEvent =
  | { readonly type: 'windowOpened'; readonly attempt: number }
  | { readonly type: 'windowBlocked' }
  | {
      readonly type: 'started';
      readonly attempt: number;
      readonly authorization: Authorization;
    }
  | {
      readonly type: 'startFailed';
      readonly attempt: number;
      readonly problem: AuthorizationProblem;
    }
  | { readonly type: 'windowClosed'; readonly attempt: number }
  /** A callback page answered with the provider's query. */
  | { readonly type: 'answered'; readonly search: string }
  /** A sign-in in this very window came back with its answer. */
  | { readonly type: 'returned'; readonly answered: AnsweredSignIn }
  | { readonly type: 'checkRequested' }
  | { readonly type: 'checkEnded' }
  | { readonly type: 'expired'; readonly attempt: number }
  /** The user gave up, or the credential was used. */
  | { readonly type: 'ended' };

export const idleAuthorization: AuthorizationState = { status: 'idle' };

/**
 * The state machine of a sign-in. An event that does not fit the state, or belongs to an attempt that
 * is over, returns the same state: whichever answer comes first is taken, and no other.
 */
export function reduceAuthorization(
  state: AuthorizationState,
  event: AuthorizationEvent,
): AuthorizationState {
  switch (event.type) {
    case 'windowOpened': {
      const earlier = state.status === 'waiting' ? state.authorizations : [];
      return { status: 'starting', attempt: event.attempt, earlier };
    }
    case 'windowBlocked':
      // A window that is there already may still answer.
      return state.status === 'waiting' ? state : { status: 'blocked' };
    case 'started': {
      if (state.status !== 'starting' || state.attempt !== event.attempt) return state;
      const { attempt, earlier } = state;
      const authorizations = [...earlier, event.authorization];
      return { status: 'waiting', attempt, authorizations, seemsClosed: false, check: 'none' };
    }
    case 'startFailed':
      if (state.status !== 'starting' || state.attempt !== event.attempt) return state;
      return { status: 'notStarted', problem: event.problem };
    case 'windowClosed':
      if (state.status !== 'waiting' || state.attempt !== event.attempt) return state;
      return state.seemsClosed ? state : { ...state, seemsClosed: true };
    case 'answered':
      return answer(state, event.search);
    case 'returned':
      if (state.status !== 'idle') return state;
      return toOutcome(parseAuthorizationAnswer(event.answered.search, event.answered)) ?? state;
    case 'checkRequested':
      return state.status === 'waiting' ? { ...state, check: 'running' } : state;
    case 'checkEnded':
      if (state.status !== 'waiting' || state.check !== 'running') return state;
      return { ...state, check: 'nothing' };
    case 'expired': {
      const isCurrent = 'attempt' in state && state.attempt === event.attempt;
      return isCurrent ? { status: 'timedOut' } : state;
    }
    case 'ended':
      return idleAuthorization;
    default:
      return assertNever(event);
  }
}

function answer(state: AuthorizationState, search: string): AuthorizationState {
  const authorizations = listAuthorizations(state);
  const current = authorizations.at(-1);
  for (const authorization of authorizations) {
    const found = parseAuthorizationAnswer(search, authorization);
    if (found === null) continue;
    // A "no" in a window that was left for another is none to that one.
    const isLeft = state.status === 'starting' || authorization !== current;
    return isLeft && found.kind !== 'granted' ? state : (toOutcome(found) ?? state);
  }
  return state;
}

function toOutcome(found: AuthorizationAnswer | null): AuthorizationState | null {
  switch (found?.kind) {
    case undefined:
      return null;
    case 'granted':
      return { status: 'granted', credential: found.credential };
    case 'denied':
      return { status: 'denied' };
    case 'failed':
      return { status: 'refused', description: found.description };
    default:
      return assertNever(found);
  }
}

/** The sign-ins whose answer would be taken now, the newest last. */
export function listAuthorizations(state: AuthorizationState): readonly Authorization[] {
  if (state.status === 'waiting') return state.authorizations;
  return state.status === 'starting' ? state.earlier : [];
}
