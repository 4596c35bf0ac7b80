import type { OnboardingHandler } from '../../src/server.js';

/** What Next.js calls: an exported function for each method, with the request and the path. */
type RouteMethod = (
  request: Request,
  context: { readonly params: Promise<{ readonly path: readonly string[] }> },
) => Promise<Response>;

/** The exports of `app/api/onboarding/[...path]/route.ts`, as Next.js types and calls them. */
export function createRoute(
  handler: OnboardingHandler,
): Readonly<Record<'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS', RouteMethod>> {
  return { GET: handler, POST: handler, PATCH: handler, DELETE: handler, OPTIONS: handler };
}
