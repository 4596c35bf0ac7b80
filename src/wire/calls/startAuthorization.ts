import * as v from 'valibot';
import type { Authorization, AuthorizationInput } from '../../domain/connectionInput.js';
import { type ParsedBody, parseMembers, refuseBody } from '../bodyParsers.js';
import type { CallWithBody } from '../call.js';
import { parseShape } from '../parsed.js';

/** What to sign in to; the path names the integration and the template. */
export type AuthorizationBody = Pick<
  AuthorizationInput,
  'schemeIndex' | 'connectionId' | 'returnTo'
>;

const path = '/integrations/{environmentId}/templates/{connectionTemplateId}/authorizations';

const shape: v.GenericSchema<unknown, Authorization> = v.object({
  // The widget opens it: a `javascript:` URL would run in the host's page.
  url: v.pipe(v.string(), v.regex(/^https?:\/\//i)),
  ticket: v.string(),
  state: v.pipe(v.string(), v.minLength(1)),
  callback: v.picklist(['host', 'platform']),
  callbackOrigin: v.string(),
});

/** Asks for the provider's page. Repeating it begins another sign-in and ends no earlier one. */
export const startAuthorization: CallWithBody<typeof path, Authorization, AuthorizationBody> = {
  method: 'POST',
  path,
  idempotency: 'idempotent',
  statuses: [201],
  parseBody,
  parseAnswer: (body) => parseShape(shape, body),
};

function parseBody(body: unknown): ParsedBody<AuthorizationBody> {
  const members = parseMembers(body, ['schemeIndex', 'connectionId', 'returnTo']);
  if (!members.ok) return members;
  const { schemeIndex, connectionId, returnTo } = members.value;
  if (typeof schemeIndex !== 'number' || !Number.isInteger(schemeIndex) || schemeIndex < 0) {
    return refuseBody(['schemeIndex'], 'Must be a whole number from 0.');
  }
  if (connectionId !== undefined && typeof connectionId !== 'string') {
    return refuseBody(['connectionId'], 'Must be a text.');
  }
  if (returnTo !== undefined && typeof returnTo !== 'string') {
    return refuseBody(['returnTo'], 'Must be a text.');
  }
  const value = {
    schemeIndex,
    ...(connectionId !== undefined && { connectionId }),
    ...(returnTo !== undefined && { returnTo }),
  };
  return { ok: true, value };
}
