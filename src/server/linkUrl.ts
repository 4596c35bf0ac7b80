import type { HostIntegration } from './options.js';

/**
 * Returns the URL of an icon or a link if it is http(s) or relative to the host's page; `undefined` for every
 * other scheme, such as `javascript:` or `data:`.
 */
export function toLinkUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url, anyPage)) return undefined;
  return /^https?:$/.test(new URL(url, anyPage).protocol) ? url : undefined;
}

const anyPage = 'https://page.invalid';

/** What the host has to change about icons and links; without them all works the same. */
export function findLinkProblems({
  environmentId,
  iconUrl,
  templates = {},
}: HostIntegration): readonly string[] {
  const links: (readonly [option: string, url: string | undefined])[] = [['iconUrl', iconUrl]];
  for (const [id, template] of Object.entries(templates)) {
    const option = `templates['${id}']`;
    links.push([`${option}.iconUrl`, template.iconUrl], [`${option}.helpUrl`, template.helpUrl]);
  }
  return links
    .filter(([, url]) => url !== undefined && toLinkUrl(url) === undefined)
    .map(
      ([option]) =>
        `Integration ${environmentId}: ${option} is left out, since it is neither an http(s) URL nor a path. Correct it.`,
    );
}
