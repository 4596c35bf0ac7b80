/**
 * `prepack` and `postpack`: `package.json` and `README.md` are packed as they shall be published, and
 * are afterwards what they were. Where a run was cut off in between, the next one puts them back first.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { toPublishedManifest, toPublishedReadme } from './publishedManifest.js';

const kept = 'node_modules/.cache/react-versori-onboarding';
const files = ['package.json', 'README.md'];

function restore(): void {
  if (!existsSync(kept)) return;
  for (const file of files) copyFileSync(`${kept}/${file}`, file);
  rmSync(kept, { recursive: true });
}

/** The forge that runs the release knows where the sources are. */
function findRepositoryUrl(): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  return server === undefined || repository === undefined ? undefined : `${server}/${repository}`;
}

function prepare(): void {
  mkdirSync(kept, { recursive: true });
  for (const file of files) copyFileSync(file, `${kept}/${file}`);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  const url = findRepositoryUrl();
  writeFileSync('package.json', `${JSON.stringify(toPublishedManifest(manifest, url), null, 2)}\n`);
  writeFileSync('README.md', toPublishedReadme(readFileSync('README.md', 'utf8'), url));
}

restore();
if (process.argv[2] !== 'restore') prepare();
