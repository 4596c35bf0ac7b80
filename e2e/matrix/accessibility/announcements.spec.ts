import type { Locator, Page } from '@playwright/test';
import { largeData } from '../../../src/emulator.js';
import { expect, test } from '../../fixtures.js';

/** The widget's live regions: what a screen reader says without being asked, from the accessibility tree. */
async function readAnnouncements(page: Page): Promise<readonly string[]> {
  const widget = page.locator('[data-onb-part="root"]');
  const regions: Locator[] = [
    ...(await widget.getByRole('status').all()),
    ...(await widget.getByRole('alert').all()),
  ];
  const texts = await Promise.all(regions.map((region) => region.ariaSnapshot()));
  return texts.filter((text) => !/^- (status|alert)$/.test(text));
}

async function expectAnnounced(page: Page, announcements: readonly RegExp[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const heard = await readAnnouncements(page);
        const isEach = announcements.every((text, index) => text.test(heard[index] ?? ''));
        return isEach && heard.length === announcements.length ? 'as expected' : heard;
      },
      `heard instead of ${String(announcements)}`,
    )
    .toBe('as expected');
}

/** Holds the page's requests to an address until the returned function is called. */
async function hold(page: Page, url: RegExp, method: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    if (route.request().method() === method) await released;
    await route.continue();
  });
  return release;
}

test('Loading is said once, and the list that follows leaves the focus to the page', async ({
  page,
  onboarding,
}) => {
  const release = await hold(page, /\/integrations\//, 'GET');
  await onboarding.open();
  await expectAnnounced(page, [/^- status: Loading…$/]);
  release();
  await expect(onboarding.heading('Choose your Shopify account')).toBeVisible();
  await expectAnnounced(page, []);
  await expect(page.locator('body')).toBeFocused();
});

test('The count follows the filter', async ({ page, platform, onboarding }) => {
  platform.data.connections = largeData({ connections: 400 }).connections;
  await onboarding.open();
  await expectAnnounced(page, [/^- status: 20 of 402 accounts$/]);
  const filter = page.getByRole('searchbox', { name: 'Search accounts' });
  await filter.fill('graz coffee branch 4');
  await expectAnnounced(page, [/^- status: 1 account$/]);
  await filter.fill('zanzibar');
  await expectAnnounced(page, [/^- status: No account matches “zanzibar”\.$/]);
});

test('Turning on: under way, refused, under way again, done', async ({
  page,
  platform,
  onboarding,
  guard,
}) => {
  guard.allowFailedRequests();
  await onboarding.openReview();
  await expectAnnounced(page, []);
  const operation = 'ActivateUser';
  const message = 'Slack alerts is being updated.';
  platform.faults.add({ operation, fault: { kind: 'status', status: 409, message } });
  await onboarding.activate();
  await expectAnnounced(page, [/^- alert:[^]*Not turned on[^]*being updated/]);

  const release = await hold(page, /\/activations$/, 'POST');
  await onboarding.activate();
  await expectAnnounced(page, [/^- status: Turning on Slack alerts/]);
  await expect(onboarding.button('Turning on…')).toBeFocused();
  release();
  await expect(onboarding.heading('Slack alerts is on')).toBeFocused();
  await expectAnnounced(page, []);
});

test('An outcome that is not known takes the focus, and is neither success nor error', async ({
  page,
  platform,
  onboarding,
  guard,
}) => {
  guard.allowFailedRequests();
  await onboarding.openReview();
  platform.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
  await onboarding.activate();
  await expect(onboarding.heading("We couldn't confirm that Slack alerts is on")).toBeFocused();
  await expectAnnounced(page, []);
});

test('A form that cannot go on yet leads to the first field that is wrong', async ({
  onboarding,
}) => {
  await onboarding.open();
  await onboarding.choose('Chen & Co – UK store');
  await onboarding.account('Chen & Co – NetSuite').first().check();
  await onboarding.continueWith();
  await expect(onboarding.heading('Settings for Shopify orders')).toBeFocused();
  await onboarding.continueWith();
  const field = onboarding.field('Warehouse code');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Enter Warehouse code|Use the format/);
});
