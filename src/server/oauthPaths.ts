import type { Settings } from './settings.js';

/** The page that providers send users back to, below the base path. */
export const callbackPagePath = '/oauth/callback';
const callbackScriptPath = '/oauth/callback.js';

/** The address of the host's own callback page, which has to be registered with the provider. */
export function toCallbackUrl(
  request: Request,
  { publicOrigin, basePath }: Pick<Settings, 'publicOrigin' | 'basePath'>,
): string {
  return `${publicOrigin ?? new URL(request.url).origin}${basePath}${callbackPagePath}`;
}

/** Whether a path is the callback page's or its script's. */
export function isCallbackPath(pathname: string, basePath: string): boolean {
  return pathname === basePath + callbackPagePath || pathname === basePath + callbackScriptPath;
}
