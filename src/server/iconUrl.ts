import type { HostIntegration } from './options.js';

/**
 * Returns the URL of an icon if it is http(s) or relative to the host's page; `undefined` for every
 * other scheme, such as `javascript:` or `data:`.
 */
export function toIconUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url, anyPage)) return undefined;
  return /^https?:$/.test(new URL(url, anyPage).protocol) ? url : undefined;
}

const anyPage = 'https://page.invalid';

/** What the host has to change about an icon; without it the integration works all the same. */
export function findIconProblems({ environmentId, iconUrl }: HostIntegration): readonly string[] {
  if (iconUrl === undefined || toIconUrl(iconUrl) !== undefined) return [];
  return [
    `Integration ${environmentId}: iconUrl is left out, since it is neither an http(s) URL nor a path. Correct it.`,
  ];
}
