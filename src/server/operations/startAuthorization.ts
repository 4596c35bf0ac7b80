import type { Authorization } from '../../domain/connectionInput.js';
import { isAuthorizedKind } from '../../domain/credential.js';
import type { JsonObject } from '../../domain/json.js';
import { hostApi } from '../../wire/hostApi.js';
import { readBody } from '../body.js';
import { listScopes } from '../connecting/credentialData.js';
import { findConnectTarget } from '../connecting/connectTarget.js';
import { readOwn } from '../connecting/ownConnections.js';
import { sealTicket, ticketMs, type TicketPurpose } from '../connecting/ticket.js';
import type { DefinedTemplate } from '../definitions.js';
import { toCallbackUrl } from '../oauthPaths.js';
import { type AuthScheme, readCodeGrant } from '../platform/authScheme.js';
import { idAt, objectAt, textAt } from '../platform/jsonAccess.js';
import { PlatformFailure } from '../platform/platformFailure.js';
import { invalidField } from '../problemError.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';
import type { Operation } from './operation.js';
import { withWriteDeadline } from './withWriteDeadline.js';

export const startAuthorization: Operation<'startAuthorization'> = async (operation) => {
  const { request, context, services, parameters } = operation;
  const template = await findConnectTarget(services, context, parameters);
  const body = await readBody(request, context.deadline, hostApi.startAuthorization);
  const { schemeIndex, returnTo } = body;
  const scheme = template.authSchemes[schemeIndex];
  const kind = scheme?.kind ?? null;
  if (scheme === undefined || kind === null || !isAuthorizedKind(kind)) {
    throw invalidField('/schemeIndex', 'Nothing is signed in to for this scheme.');
  }
  if (returnTo !== undefined) checkReturnTo(returnTo);
  const connectionId = await findRepaired(services, context, template, body.connectionId);
  const { settings } = services;
  const isHosted = settings.oauthCallback === 'host' && kind === 'oauth2AuthorizationCode';
  const redirectUrl = isHosted ? toCallbackUrl(request, settings) : undefined;
  const url = await initialise(services, context, template, scheme, redirectUrl);
  const purpose: TicketPurpose = { ...parameters, schemeIndex, connectionId };
  const answer = await toAuthorization(services, context, purpose, { url, redirectUrl });
  return { status: 201, body: answer };
};

interface StartedSignIn {
  readonly url: string;
  readonly redirectUrl: string | undefined;
}

async function toAuthorization(
  services: Services,
  context: RequestContext,
  purpose: TicketPurpose,
  { url, redirectUrl }: StartedSignIn,
): Promise<Authorization> {
  const { runtime, settings } = services;
  const query = new URL(url).searchParams;
  const oauthToken = query.get('oauth_token') ?? undefined;
  // Where OAuth 1.0a names no state, its temporary token tells one sign-in from another.
  const state = query.get('state') || oauthToken;
  if (state === undefined) {
    const at = 'url carries no state';
    throw new PlatformFailure('InitialiseOAuth2Connection', { kind: 'malformed', at });
  }
  const expiresAt = runtime.now() + ticketMs;
  const ticket = { id: crypto.randomUUID(), state, oauthToken, redirectUrl, expiresAt };
  return {
    url,
    ticket: await sealTicket(services, context, purpose, ticket),
    state,
    callback: redirectUrl === undefined ? 'platform' : 'host',
    callbackOrigin: new URL(redirectUrl ?? settings.platform.baseUrl).origin,
  };
}

/** @throws {ProblemError} 422 unless the connection is the user's own, of the template's system. */
async function findRepaired(
  services: Services,
  context: RequestContext,
  template: DefinedTemplate,
  connectionId: string | undefined,
): Promise<string | null> {
  if (connectionId === undefined) return null;
  const own = await readOwn(services, context, template, connectionId);
  if (own !== null) return own.connection.id;
  throw invalidField('/connectionId', 'This is no connection of yours that fits here.');
}

function initialise(
  services: Services,
  context: RequestContext,
  { systemId }: DefinedTemplate,
  { kind, config }: AuthScheme,
  redirectUrl: string | undefined,
): Promise<string> {
  const { platform, settings } = services;
  if (kind === 'oauth1') {
    const id = idAt(objectAt(config, 'oauth1'), 'credentialId') ?? '';
    const credential = { id, organisationId: settings.platform.organisationId };
    return withWriteDeadline(services, context, (writer) =>
      platform.initialiseOAuth1(writer, { systemId, credential }),
    );
  }
  const start = toOAuth2Start(objectAt(config, 'oauth2'), settings.platform.organisationId);
  return withWriteDeadline(services, context, (writer) =>
    platform.initialiseOAuth2(writer, { systemId, ...start, redirectUrl }),
  );
}

function toOAuth2Start(
  oauth2: JsonObject,
  ownOrganisationId: string,
): Omit<Parameters<Services['platform']['initialiseOAuth2']>[1], 'systemId' | 'redirectUrl'> {
  const grant = readCodeGrant(objectAt(oauth2, 'grant'));
  const scopes = listScopes(oauth2);
  return {
    credential: {
      id: grant.credentialId ?? '',
      organisationId: grant.organisationId ?? ownOrganisationId,
    },
    authorizeUrl: textAt(oauth2, 'authorizeUrl') ?? '',
    clientId: grant.clientId ?? '',
    scopes,
    disableOfflineAccess: !scopes.includes('offline_access'),
    prompt: 'consent',
    additionalParams: textAt(oauth2, 'additionalAuthorizeParams'),
  };
}

const anyOrigin = 'https://page.invalid';

/** The same window goes back there: only a path of the host's own origin is no open redirect. */
function checkReturnTo(path: string): void {
  const isPath = /^\/(?!\/)[^\\]*$/.test(path) && URL.canParse(path, anyOrigin);
  if (isPath && new URL(path, anyOrigin).origin === anyOrigin && path.length <= 2_000) return;
  throw invalidField('/returnTo', 'Must be a path of this site.');
}
