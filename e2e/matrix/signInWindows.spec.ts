import { expect, type FrameLocator, type Page } from '@playwright/test';
import { callbacks, openSignInWorld, test, toOtherSite } from './signInSite.js';

/** Where a host shows the widget. */
const surroundings = [
  'the page itself',
  'a frame of its origin',
  'a frame of another site',
] as const;

async function show(
  page: Page,
  url: string,
  where: (typeof surroundings)[number],
): Promise<Page | FrameLocator> {
  if (where === 'the page itself') {
    await page.goto(url);
    return page;
  }
  const { origin } = new URL(url);
  const outer = where === 'a frame of another site' ? toOtherSite(origin) : origin;
  return showFramed(page, outer, url);
}

async function showFramed(
  page: Page,
  origin: string,
  url: string,
  attributes = '',
): Promise<FrameLocator> {
  const frame = `<iframe ${attributes} width="900" height="700" src="${url.replaceAll('&', '&amp;')}">`;
  const body = `<!doctype html><title>Host</title>${frame}</iframe>`;
  await page.route('**/framing', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${origin}/framing`);
  return page.frameLocator('iframe');
}

async function openProvider(page: Page, widget: Page | FrameLocator): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await widget.getByRole('button', { name: 'Sign in to Slack' }).click();
  const provider = await opening;
  await provider.getByRole('button', { name: 'Allow', exact: true }).waitFor();
  return provider;
}

for (const where of surroundings) {
  for (const callback of callbacks) {
    test(`In ${where}, the callback of the ${callback} connects the account`, async ({
      page,
      site,
    }) => {
      const { path } = await openSignInWorld(site, callback);
      const widget = await show(page, site.url + path, where);
      const provider = await openProvider(page, widget);
      await provider.getByRole('button', { name: 'Allow', exact: true }).click();
      await expect(widget.getByRole('radio', { name: /^Slack/ })).toBeChecked();
    });
  }

  test(`In ${where}, denying is told, and a closed window opened again`, async ({ page, site }) => {
    const { path } = await openSignInWorld(site, 'platform');
    const widget = await show(page, site.url + path, where);
    const denied = await openProvider(page, widget);
    await denied.getByRole('button', { name: 'Deny' }).click();
    await expect(widget.getByText(/^You didn't allow access/)).toBeVisible();
    const closed = await openProvider(page, widget);
    await closed.close();
    await expect(widget.getByText('Finished?')).toBeVisible();
    const opening = page.waitForEvent('popup');
    await widget.getByRole('button', { name: 'Open again' }).click();
    await (await opening).getByRole('button', { name: 'Allow', exact: true }).click();
    await expect(widget.getByRole('radio', { name: /^Slack/ })).toBeChecked();
  });
}

for (const callback of callbacks) {
  test(`Where no window opens, the callback of the ${callback}: says so, with a way on`, async ({
    page,
    site,
  }) => {
    const { path } = await openSignInWorld(site, callback);
    // Without allow-popups the browser itself opens none.
    const sandbox = 'sandbox="allow-scripts allow-same-origin allow-forms"';
    const widget = await showFramed(page, site.url, site.url + path, sandbox);
    await widget.getByRole('button', { name: 'Sign in to Slack' }).click();
    await expect(widget.getByText('Your browser blocked the window')).toBeVisible();
    if (callback === 'platform') {
      await expect(widget.getByRole('button', { name: 'Sign in to Slack' })).toBeVisible();
      return;
    }
    await widget.getByRole('link', { name: 'Use this window' }).click();
    await widget.getByRole('button', { name: 'Allow', exact: true }).click();
    await expect(widget.getByRole('radio', { name: /^Slack/ })).toBeChecked();
  });
}
