import { describe, expect, it } from 'vitest';
import { toPublishedManifest, toPublishedReadme } from './publishedManifest.js';

const url = 'https://forge.example/acme/onboarding';

describe('the published package.json', () => {
  it('keeps what hosts need, and nothing of the tools', () => {
    const manifest = {
      name: 'x',
      files: ['dist'],
      workspaces: ['test/react-18'],
      scripts: { test: 'tsx test/run.ts' },
      devDependencies: { vite: '8.3.8' },
      dependencies: { valibot: '^1.5.0' },
    };
    expect(toPublishedManifest(manifest, undefined)).toEqual({
      name: 'x',
      files: ['dist'],
      dependencies: { valibot: '^1.5.0' },
    });
  });

  it('says where the sources are, unless it does already', () => {
    expect(toPublishedManifest({ bugs: 'support@acme.example' }, url)).toEqual({
      repository: { type: 'git', url: `git+${url}.git` },
      homepage: `${url}#readme`,
      bugs: 'support@acme.example',
    });
  });
});

describe('the README that npm shows', () => {
  it('links into the repository', () => {
    const readme = '[hosts](docs/hosts.md), ![the hub](docs/hub.png)';
    expect(toPublishedReadme(readme, url)).toBe(
      `[hosts](${url}/blob/HEAD/docs/hosts.md), ![the hub](${url}/raw/HEAD/docs/hub.png)`,
    );
  });

  it('leaves links to headings and to other sites alone', () => {
    const readme = '[theming](#theming), [Versori](https://versori.com)';
    expect(toPublishedReadme(readme, url)).toBe(readme);
  });

  it('keeps its relative links where nobody knows the repository', () => {
    expect(toPublishedReadme('[hosts](docs/hosts.md)', undefined)).toBe('[hosts](docs/hosts.md)');
  });
});
