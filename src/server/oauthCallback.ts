import { callbackPagePath } from './oauthPaths.js';
import { ProblemError } from './problemError.js';
import type { Settings } from './settings.js';

/**
 * Answers for the callback page and its script. The page is the same for everybody: no
 * session is read, since a cookie that is `SameSite=Strict` does not come along from the provider.
 * @throws {ProblemError} 405
 */
export function answerCallback(
  { method, url }: Request,
  { basePath, allowedOrigins }: Pick<Settings, 'basePath' | 'allowedOrigins'>,
): Response {
  const isPage = new URL(url).pathname === basePath + callbackPagePath;
  if (method !== 'GET' && method !== 'HEAD') {
    throw new ProblemError('invalid', { status: 405, headers: { Allow: 'GET, HEAD' } });
  }
  const body = isPage ? page : toScript(allowedOrigins);
  const headers = { ...staticHeaders, 'Content-Type': isPage ? htmlType : scriptType };
  return new Response(method === 'HEAD' ? null : body, { headers });
}

const htmlType = 'text/html; charset=utf-8';
const scriptType = 'text/javascript; charset=utf-8';

/** The address holds a code: nothing may keep it, pass it on, or run beside it. */
const staticHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Signing in</title>
    <script src="callback.js" defer></script>
  </head>
  <body>
    <p>You can close this window.</p>
  </body>
</html>
`;

/**
 * Hands the provider's answer to whoever began the sign-in: in the same window, over a channel of this
 * origin, or to a window that says hello with the state, as the platform's own page does. The names are
 * those of `domain/oauthCallback`.
 */
function toScript(allowedOrigins: readonly string[]): string {
  // No text of an origin can end the script; JSON is JavaScript.
  return script.replace('ALLOWED_ORIGINS', () => JSON.stringify(allowedOrigins));
}

const script = `(() => {
  const allowedOrigins = [location.origin, ...ALLOWED_ORIGINS];
  const search = location.search;
  const query = new URLSearchParams(search);
  const state = query.get('state') || query.get('oauth_token');
  if (!state) return;
  const name = 'react-versori-onboarding:oauth:' + state;

  const returnTo = keepForReturn();
  if (returnTo) {
    location.replace(returnTo);
    return;
  }
  history.replaceState(null, '', location.pathname);

  const answer = { type: 'response', payload: { search } };
  if (typeof BroadcastChannel === 'function') {
    const channel = new BroadcastChannel(name);
    const post = () => channel.postMessage(answer);
    const timer = setInterval(post, 500);
    channel.addEventListener('message', ({ data }) => {
      if (data?.type !== 'received') return;
      clearInterval(timer);
      close();
    });
    post();
  }
  addEventListener('message', ({ data, origin, source }) => {
    if (data?.type !== 'hello' || data.payload?.state !== state) return;
    if (source && allowedOrigins.includes(origin)) source.postMessage(answer, origin);
  });

  /** Stores the answer of a sign-in in this very window; gives the way back, if it is this site's. */
  function keepForReturn() {
    try {
      const entry = JSON.parse(sessionStorage.getItem(name));
      const url = new URL(entry.returnTo, location.origin);
      if (url.origin !== location.origin) return null;
      sessionStorage.setItem(name, JSON.stringify({ ...entry, search }));
      return url.href;
    } catch {
      return null;
    }
  }
})();
`;
