import {
  expectAccessible,
  expectAccessibleColours,
  expectAccessibleText,
  expectNoSidewaysScroll,
} from './expectAccessible.js';
import { expect, test } from './fixtures.js';

test('The page is accessible in light, dark and Arabic, with the controls open', async ({
  onboarding,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await onboarding.open();
  await expect(onboarding.heading('Choose your Shopify account')).toBeVisible();
  await page.getByText('Faults', { exact: true }).click();
  await expectAccessible(page.locator('html'), 'light');
  await page.getByLabel('Theme').selectOption('Dark');
  await expectAccessibleColours(page.locator('html'), 'dark');
  await page.getByLabel('Language').selectOption('العربية');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(onboarding.heading(/اختر حسابك/)).toBeVisible();
  await expectAccessibleText(page.locator('html'), 'Arabic');
});

test('At 320 pixels nothing is cut off, and the controls are behind a button', async ({
  onboarding,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await onboarding.open();
  await expect(onboarding.heading('Choose your Shopify account')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expect(page.getByLabel('User', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Demo controls' }).click();
  await page.getByText('Faults', { exact: true }).click();
  await expect(page.getByLabel('User', { exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('A switch changes the address, and the address brings the page back', async ({
  onboarding,
  page,
}) => {
  await onboarding.open({ integration: 'slackAlerts' });
  await page.getByLabel('Integration').selectOption('Warehouse sync');
  await page.getByLabel('Theme').selectOption('Dark');
  await expect(page).toHaveURL(/integration=warehouseSync.*theme=dark/);
  await page.reload();
  await expect(onboarding.heading('Choose your ShipBob account')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goBack();
  await page.goBack();
  await expect(onboarding.heading('Using your only Slack account')).toBeVisible();
});

test('A fault from the controls is met, and the page recovers once it is cleared', async ({
  onboarding,
  page,
  platform,
  guard,
}) => {
  guard.allowFailedRequests();
  await onboarding.open({ integration: 'slackAlerts' });
  await page.getByText('Faults', { exact: true }).click();
  await page.getByLabel('Operation').selectOption('Any operation');
  await page.getByLabel('What happens').selectOption('503');
  await page.getByLabel('How often').selectOption('Until cleared');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await expect.poll(() => platform.faults.list().length).toBe(1);
  await page.getByLabel('User', { exact: true }).selectOption('Bashir Rahman');
  await expect(onboarding.alert).toContainText("We couldn't load this");

  await page.getByRole('button', { name: 'Clear faults' }).click();
  await expect.poll(() => platform.faults.list().length).toBe(0);
  await onboarding.button('Try again').click();
  await expect(onboarding.heading('Active')).toBeVisible();
});
