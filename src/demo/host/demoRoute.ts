/** `null`: the request is not the demo backend's. */
export type DemoFetch = (request: Request) => Promise<Response | null>;

export type DemoPart = 'onboarding' | 'controls' | 'platform';

const parts: readonly DemoPart[] = ['onboarding', 'controls', 'platform'];

const ROUTE = /^\/demo-api\/worlds\/([a-z0-9-]{1,64})\/(onboarding|controls|platform)(?:\/|$)/;

/** Answers what is below `/demo-api/`, by the world and the part that the path names. */
export function toRoute(
  answer: (world: string, part: DemoPart, request: Request) => Promise<Response>,
): DemoFetch {
  return async (request) => {
    const [, world, part] = ROUTE.exec(new URL(request.url).pathname) ?? [];
    const known = parts.find((each) => each === part);
    if (world === undefined || known === undefined) return null;
    return answer(world, known, request);
  };
}
