import { isJsonObject, type JsonObject } from '../domain/json.js';
import { toSameWindowKey } from '../domain/oauthCallback.js';
import type { WritePlace } from './useSecretWrite.js';

/** A sign-in that leaves this window for the provider's page, as it is kept until it comes back. */
export interface LeavingSignIn extends WritePlace {
  readonly schemeIndex: number;
  readonly ticket: string;
  readonly state: string;
  /** The path of this site that the callback page leads back to. */
  readonly returnTo: string;
  /** What the user entered besides, without secrets. */
  readonly form: JsonObject;
}

/** One that has come back: `search` is what the provider's answer says. */
export interface ReturnedSignIn extends LeavingSignIn {
  readonly search: string;
}

/** As long as the ticket of the handler is good. */
const KEPT_MS = 15 * 60_000;

/** Keeps a sign-in for the callback page, and for this user's return. False: the browser forbids it. */
export function keepLeaving(scope: string, signIn: LeavingSignIn): boolean {
  const entry = JSON.stringify({ ...signIn, scope, expiresAt: Date.now() + KEPT_MS });
  try {
    sessionStorage.setItem(toSameWindowKey(signIn.state), entry);
    return true;
  } catch {
    return false;
  }
}

/**
 * The sign-in of a place that has come back to this user, if any. Reading keeps it: it is exchanged
 * once, since `forgetReturned` comes before.
 */
export function findReturned(
  scope: string,
  { environmentId, connectionTemplateId }: WritePlace,
): ReturnedSignIn | null {
  const found = listEntries().find(
    (entry) =>
      entry['scope'] === scope &&
      entry['environmentId'] === environmentId &&
      entry['connectionTemplateId'] === connectionTemplateId &&
      Number(entry['expiresAt']) > Date.now(),
  );
  return found === undefined ? null : parseReturned(found);
}

export function forgetReturned({ state }: Pick<ReturnedSignIn, 'state'>): void {
  sessionStorage.removeItem(toSameWindowKey(state));
}

function listEntries(): readonly JsonObject[] {
  try {
    const prefix = toSameWindowKey('');
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key): unknown => JSON.parse(sessionStorage.getItem(key) ?? 'null'))
      .filter(isJsonObject);
  } catch {
    return []; // Forbidden, or edited by others.
  }
}

function parseReturned(entry: JsonObject): ReturnedSignIn | null {
  const { connectionId, schemeIndex, form } = entry;
  const text = (name: keyof ReturnedSignIn): string => {
    const value = entry[name];
    return typeof value === 'string' ? value : '';
  };
  // Without an answer the user came back on their own.
  if (text('search') === '' || typeof schemeIndex !== 'number') return null;
  return {
    environmentId: text('environmentId'),
    connectionTemplateId: text('connectionTemplateId'),
    connectionId: typeof connectionId === 'string' ? connectionId : undefined,
    schemeIndex,
    ticket: text('ticket'),
    state: text('state'),
    returnTo: text('returnTo'),
    search: text('search'),
    form: isJsonObject(form) ? form : {},
  };
}
