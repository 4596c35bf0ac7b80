import type { Call, Operation } from '../operation.js';
import { platformCallbackPath } from '../provider/provider.js';
import { isRecord, readRecord, readText, readUlid } from '../readMember.js';
import { invalidField, PlatformError } from '../platformError.js';
import type { AuthSchemeConfig } from '../shapes.js';

/** The calls that begin a sign-in: only an address made here works, since it carries the state. */
export const authorizationOperations: readonly Operation[] = [
  {
    name: 'InitialiseOAuth2Connection',
    method: 'POST',
    path: '/o/{organisation_id}/systems/{system_id}/oauth2/initialise',
    run(call) {
      return { status: 200, body: { url: beginOAuth2(call) } };
    },
  },
  {
    name: 'InitialiseOAuth1Connection',
    method: 'POST',
    path: '/o/{organisation_id}/systems/{system_id}/oauth1/initialise',
    run(call) {
      return { status: 200, body: { url: beginOAuth1(call) } };
    },
  },
];

function beginOAuth2(call: Call): string {
  const input = readRecord(call.body, 'body');
  const credentialId = readCredentialId(input);
  const systemId = readSystem(call);
  const isKnown = listSchemes(call, systemId).some((scheme) => {
    const grant = readMembers(readMembers(scheme['oauth2'])['grant']);
    return readMembers(grant['authorizationCode'])['credentialId'] === credentialId;
  });
  if (!isKnown) throw invalidField(404, 'credential.id', 'credential not found');
  const authorizeUrl = readUrl(input['authorizeUrl'], 'authorizeUrl');
  const clientId = readText(input['clientId'], 'clientId');
  const { redirectUrl, scopes = [], prompt = 'consent', additionalParams = '' } = input;
  if (!Array.isArray(scopes)) throw invalidField(400, 'scopes', 'must be a list');
  const redirectUri =
    redirectUrl === undefined ? toCallbackUrl(call) : readUrl(redirectUrl, 'redirectUrl').href;
  const begun = call.authorizations.begin(
    { kind: 'oauth2', systemId, redirectUri, isOwnRedirect: redirectUrl !== undefined },
    (state) => {
      const url = toReachable(call, authorizeUrl);
      for (const [name, value] of new URLSearchParams(String(additionalParams))) {
        url.searchParams.set(name, value);
      }
      const query = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        prompt: String(prompt),
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
  );
  return begun.url;
}

function beginOAuth1(call: Call): string {
  const credentialId = readCredentialId(readRecord(call.body, 'body'));
  const systemId = readSystem(call);
  const settings = listSchemes(call, systemId)
    .map((scheme) => readMembers(scheme['oauth1']))
    .find((oauth1) => oauth1['credentialId'] === credentialId);
  if (settings === undefined) throw invalidField(404, 'credential.id', 'credential not found');
  const endpoint = readMembers(settings['resourceOwnerAuthorizationEndpoint']);
  const authorizeUrl = readUrl(endpoint['url'], 'resourceOwnerAuthorizationEndpoint.url');
  const redirectUri = toCallbackUrl(call);
  const begun = call.authorizations.begin(
    { kind: 'oauth1', systemId, redirectUri, isOwnRedirect: false },
    (state, oauthToken) => {
      const url = toReachable(call, authorizeUrl);
      url.searchParams.set('oauth_token', oauthToken);
      url.searchParams.set('state', state);
      return url.href;
    },
  );
  return begun.url;
}

function toCallbackUrl({ pages }: Call): string {
  return (pages.publicUrl ?? pages.requestOrigin) + platformCallbackPath;
}

/** The provider's page where a browser can open it. */
function toReachable({ pages }: Call, { href, pathname, search }: URL): URL {
  return new URL(pages.publicUrl === null ? href : pages.publicUrl + pathname + search);
}

function readCredentialId(input: Record<string, unknown>): string {
  const credential = readRecord(input['credential'], 'credential');
  readUlid(credential['organisationId'], 'credential.organisationId');
  return readUlid(credential['id'], 'credential.id');
}

function readSystem({ data, params }: Call): string {
  const wanted = readUlid(params['system_id'], 'system_id');
  if (!data.systems.some(({ id }) => id === wanted)) {
    throw new PlatformError(404, 'system not found');
  }
  return wanted;
}

function listSchemes({ data }: Call, systemId: string): readonly AuthSchemeConfig[] {
  return data.templates
    .filter(({ id }) => id === systemId)
    .flatMap(({ authSchemeConfigs }) => authSchemeConfigs);
}

function readMembers(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function readUrl(value: unknown, field: string): URL {
  const text = readText(value, field);
  if (!URL.canParse(text)) throw invalidField(400, field, 'must be a URL');
  return new URL(text);
}
