import { type Authorizations, createToken, type PendingAuthorization } from '../authorizations.js';
import type { ProviderBehaviour } from './behaviour.js';
import { toCallbackPage } from './callbackPage.js';
import { toConsentPage } from './consentPage.js';
import { toPageResponse } from './page.js';

/** Pages outside of `/api/v2`, on any origin; they need no sign-in to the platform. */
const paths = {
  consent: /\/oauth1?\/authorize$/,
  decide: /\/oauth1?\/decide$/,
  /** Where the provider sends users back to unless an own address was asked for. */
  callback: /\/oauth\/callback$/,
};

/** Path of the platform's own callback page. */
export const platformCallbackPath = '/oauth/callback';

/** Answers for the pretended provider and for the platform's callback page; `null`: neither. */
export async function answerPage(
  request: Request,
  authorizations: Authorizations,
  behaviour: ProviderBehaviour,
): Promise<Response | null> {
  const { pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET') return null;
  if (paths.callback.test(pathname)) {
    return toPageResponse(toCallbackPage(), behaviour.callbackOpenerPolicy);
  }
  const isConsent = paths.consent.test(pathname);
  if (!isConsent && !paths.decide.test(pathname)) return null;
  const found = findAuthorization(searchParams, authorizations);
  if (found === undefined) {
    return toPageResponse('<h1>This sign-in is not known here.</h1>', behaviour.openerPolicy, 400);
  }
  const decision = isConsent ? behaviour.decision : searchParams.get('decision');
  if (decision === 'ask') return toPageResponse(toConsentPage(found.state), behaviour.openerPolicy);
  if (decision === 'slow') await new Promise((done) => setTimeout(done, behaviour.slowMs));
  return toRedirect(decide(found, decision), behaviour.openerPolicy);
}

function findAuthorization(
  query: URLSearchParams,
  authorizations: Authorizations,
): PendingAuthorization | undefined {
  const token = query.get('oauth_token');
  return token === null
    ? authorizations.find(query.get('state') ?? '')
    : authorizations.findByToken(token);
}

/** The address to send the user back to. */
function decide(found: PendingAuthorization, decision: string | null): string {
  const back = new URL(found.redirectUri);
  const { searchParams } = back;
  if (decision === 'allow' || decision === 'slow') {
    found.code ??= createToken();
    searchParams.set(found.kind === 'oauth2' ? 'code' : 'oauth_verifier', found.code);
  } else if (decision === 'deny') {
    searchParams.set('error', 'access_denied');
  } else {
    searchParams.set('error', 'server_error');
    searchParams.set('error_description', 'The provider is out of order.');
  }
  if (found.kind === 'oauth1') searchParams.set('oauth_token', found.oauthToken);
  searchParams.set('state', found.state);
  return back.href;
}

function toRedirect(location: string, openerPolicy: string | null): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  if (openerPolicy !== null) headers.set('cross-origin-opener-policy', openerPolicy);
  return new Response(null, { status: 302, headers });
}
