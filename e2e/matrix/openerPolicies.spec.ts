import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Callback, callbacks, openSignInWorld, test } from './signInSite.js';

interface Cell {
  readonly host: string;
  readonly provider: string;
  readonly callback: Callback;
  readonly comesBack: boolean;
}

/** The table that hosts read is what is tried. */
function readTable(): readonly Cell[] {
  const text = readFileSync(new URL('../../docs/connecting-accounts.md', import.meta.url), 'utf8');
  const policy = '`?(none|[a-z]+(?:-[a-z]+)+)`?';
  const outcome = '(comes back|is cut off)';
  const row = new RegExp(`^\\| +${[policy, policy, outcome, outcome].join(' +\\| +')} +\\|$`, 'gm');
  return [...text.matchAll(row)].flatMap(([, host = '', provider = '', ...outcomes]) =>
    callbacks.map((callback, at) => ({
      host,
      provider,
      callback,
      comesBack: outcomes[at] === 'comes back',
    })),
  );
}

const cells = readTable();

test('The table has all 24 cells', () => {
  expect(cells).toHaveLength(24);
});

/** Firefox does not know this policy, and so treats it as none. */
function isUnknown(browserName: string, policy: string): boolean {
  return browserName === 'firefox' && policy === 'noopener-allow-popups';
}

function withoutPolicy({ host, callback }: Cell): Cell | undefined {
  return cells.find(
    (each) => each.host === host && each.callback === callback && each.provider === 'none',
  );
}

for (const cell of cells) {
  const { host, provider, callback } = cell;
  const title = `host ${host}, provider ${provider}, callback of the ${callback}`;
  test(`${title}: as the table says`, async ({ page, site, browserName }) => {
    const row = isUnknown(browserName, provider) ? withoutPolicy(cell) : cell;
    const { emulator, path } = await openSignInWorld(site, callback, host);
    emulator.provider.openerPolicy = provider === 'none' ? null : provider;
    emulator.provider.decision = 'allow';

    await page.goto(site.url + path);
    await page.getByRole('button', { name: 'Sign in to Slack' }).click();
    if (row?.comesBack === true) {
      await expect(page.getByRole('radio', { name: /^Slack/ })).toBeChecked();
      return;
    }
    await expect(page.getByText('Finished?')).toBeVisible();
    // As long as the platform's page takes to be asked twice.
    // The list below has a button of the same name.
    await page.locator('[data-onb-part="check-sign-in"]').click();
    await expect(page.getByText(/haven't heard from Slack/)).toBeVisible();
    expect(emulator.requests.some(({ operation }) => operation === 'CreateConnection')).toBe(false);
  });
}
