import { createServer } from 'node:http';
import { test as base, expect } from '@playwright/test';
import sirv from 'sirv';

interface StaticFixtures {
  /** The folder of `npm run build:demo` below a path, as any server of files would publish it. */
  readonly site: { readonly url: string; readonly missing: readonly string[] };
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

const test = base.extend<StaticFixtures>({
  site: async ({}, use) => {
    const missing: string[] = [];
    const serveFile = sirv('dist-demo');
    const server = createServer((request, response) => {
      const { url = '' } = request;
      response.setHeader('Content-Security-Policy', policy);
      request.url = url.replace(/^\/preview\//, '/');
      serveFile(request, response, () => {
        missing.push(url);
        response.writeHead(404).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('There is no port.');
    await use({ url: `http://localhost:${address.port}/preview/`, missing });
    server.closeAllConnections();
    server.close();
  },
});

test('From static files alone a user signs in at a provider and turns an integration on', async ({
  page,
  context,
  site,
}) => {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));

  await page.goto(`${site.url}?story=connect-oauth`);
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in to Slack' }).click();
  const provider = await opening;
  const closing = provider.waitForEvent('close');
  await provider.getByRole('button', { name: 'Allow', exact: true }).click();
  await closing;
  await expect(page.getByRole('radio', { name: /^Slack/ })).toBeChecked();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Turn on Slack alerts' }).click();
  await expect(page.getByRole('heading', { name: 'Slack alerts is on' })).toBeVisible();

  await page.getByRole('link', { name: 'Settings page' }).click();
  await expect(page.getByRole('heading', { name: 'Choose your Shopify account' })).toBeVisible();
  expect(site.missing).toEqual([]);
  expect(complaints).toEqual([]);
});
