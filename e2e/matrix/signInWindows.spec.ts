import { expect, type FrameLocator, type Page } from '@playwright/test';
import { callbacks, openSignInWorld, type Site, test, toFramingPage } from './signInSite.js';

/** Where a host shows the widget. */
const surroundings = [
  'the page itself',
  'a frame of its origin',
  'a frame of another site',
] as const;

async function show(
  page: Page,
  site: Site,
  path: string,
  where: (typeof surroundings)[number],
): Promise<Page | FrameLocator> {
  const url = site.url + path;
  if (where === 'the page itself') {
    await page.goto(url);
    return page;
  }
  return where === 'a frame of another site'
    ? showFramed(page, site.otherSite, url)
    : showFramed(page, site.url, url);
}

async function showFramed(
  page: Page,
  origin: string,
  url: string,
  attributes = '',
): Promise<FrameLocator> {
  if (origin !== new URL(url).origin) {
    const query = new URLSearchParams({ url });
    await page.goto(`${origin}/?${query.toString()}`);
    return page.frameLocator('iframe');
  }
  const body = toFramingPage(url, attributes);
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

/** In a page without the widget either. */
const cannotClick = 'The driver of Firefox cannot click in a frame of another site.';

for (const where of surroundings) {
  test.describe(`In ${where}`, () => {
    test.skip(
      ({ browserName }) => browserName === 'firefox' && where === 'a frame of another site',
      cannotClick,
    );

    for (const callback of callbacks) {
      test(`the callback of the ${callback} connects the account`, async ({ page, site }) => {
        const { path } = await openSignInWorld(site, callback);
        const widget = await show(page, site, path, where);
        const provider = await openProvider(page, widget);
        await provider.getByRole('button', { name: 'Allow', exact: true }).click();
        await expect(widget.getByRole('radio', { name: /^Slack/ })).toBeChecked();
      });
    }

    test(`denying is told, and a closed window opened again`, async ({ page, site }) => {
      const { path } = await openSignInWorld(site, 'platform');
      const widget = await show(page, site, path, where);
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
  });
}

for (const callback of callbacks) {
  test(`In a frame that may open no window, the callback of the ${callback}: says so, and leads nowhere`, async ({
    page,
    site,
  }) => {
    const { path } = await openSignInWorld(site, callback);
    const sandbox = 'sandbox="allow-scripts allow-same-origin allow-forms"';
    const widget = await showFramed(page, site.url, site.url + path, sandbox);
    const started: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/authorizations')) started.push(request.url());
    });
    await widget.getByRole('button', { name: 'Sign in to Slack' }).click();
    await expect(widget.getByText('Your browser blocked the window')).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Sign in to Slack' })).toBeVisible();
    // Another window may be allowed; this one would be refused in a frame, by provider and callback.
    expect(started).toEqual([]);
  });

  test(`A sandboxed frame that may open windows: the callback of the ${callback} connects the account`, async ({
    page,
    site,
  }) => {
    const { path } = await openSignInWorld(site, callback);
    const sandbox =
      'sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"';
    const widget = await showFramed(page, site.url, site.url + path, sandbox);
    const provider = await openProvider(page, widget);
    await provider.getByRole('button', { name: 'Allow', exact: true }).click();
    await expect(widget.getByRole('radio', { name: /^Slack/ })).toBeChecked();
  });
}
