/** Members of package.json that are of this repository alone. */
export const ownMembers: readonly string[] = [
  'devDependencies',
  'knip',
  'overrides',
  'prettier',
  'scripts',
  'workspaces',
];

/**
 * The package.json of the published package.
 *
 * @param repositoryUrl Where the sources are, such as `https://github.com/acme/onboarding`, where
 *   package.json does not say so itself.
 */
export function toPublishedManifest(
  manifest: Readonly<Record<string, unknown>>,
  repositoryUrl: string | undefined,
): Record<string, unknown> {
  const own = new Set(ownMembers);
  const members = Object.entries(manifest).filter(([name]) => !own.has(name));
  return {
    ...(repositoryUrl !== undefined && describeRepository(repositoryUrl)),
    ...Object.fromEntries(members),
  };
}

function describeRepository(url: string): Record<string, unknown> {
  return {
    repository: { type: 'git', url: `git+${url}.git` },
    homepage: `${url}#readme`,
    bugs: { url: `${url}/issues` },
  };
}

/** What npm shows has no files beside it: links and images within the repository become absolute. */
export function toPublishedReadme(readme: string, repositoryUrl: string | undefined): string {
  if (repositoryUrl === undefined) return readme;
  return readme.replaceAll(
    /(?<image>!?)\[(?<text>[^\]]*)\]\((?<path>(?!https?:|#)[^)]+)\)/g,
    (_link, image: string, text: string, path: string) =>
      `${image}[${text}](${repositoryUrl}/${image === '' ? 'blob' : 'raw'}/HEAD/${path})`,
  );
}
