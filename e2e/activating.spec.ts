import { exampleIds, type Emulator } from '../src/emulator.js';
import { expect, test } from './fixtures.js';

const integration = 'slackAlerts';

function countActivations({ data }: Emulator): number {
  return data.activations.filter(({ userId }) => userId === exampleIds.users.amelia.id).length;
}

function countAttempts({ requests }: Emulator): number {
  return requests.filter(({ operation }) => operation === 'ActivateUser').length;
}

test('A double click on Activate activates once', async ({ onboarding, platform }) => {
  await onboarding.openReview();
  await onboarding.button('Turn on Slack alerts').dblclick();
  await expect(onboarding.heading('Slack alerts is on')).toBeVisible();
  expect(countActivations(platform)).toBe(1);
  expect(countAttempts(platform)).toBe(1);
});

test('A double click on Continue opens the review and turns nothing on', async ({
  onboarding,
  platform,
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 700 });
  await onboarding.open();
  await onboarding.choose('Chen & Co – EU store');
  await onboarding.account('Chen & Co – NetSuite').first().check();
  await onboarding.continueWith();
  await onboarding.field('Warehouse code').fill('LDN-2');
  await page.getByLabel(/^Webhook secret/i).fill('correct horse');
  await onboarding.button('Continue').dblclick();
  await expect(onboarding.heading('Review and turn on')).toBeVisible();
  await expect(onboarding.button('Turn on Shopify orders')).not.toHaveAttribute('aria-disabled');
  expect(countAttempts(platform)).toBe(0);
});

test('Two tabs that press Activate at once activate once', async ({ onboarding, platform }) => {
  const beside = await onboarding.openBeside({ integration });
  await beside.continueWith();
  await onboarding.openReview();
  await Promise.all([onboarding.activate(), beside.activate()]);

  const outcomes = [onboarding, beside].map(({ page }) => {
    const done = page.getByRole('heading', { name: 'Slack alerts is on' });
    return done.or(page.getByText('was turned on in another window'));
  });
  for (const outcome of outcomes) await expect(outcome).toBeVisible();
  expect(countActivations(platform)).toBe(1);
});

test('A connection that breaks after the activation was made still ends in done', async ({
  onboarding,
  platform,
}) => {
  await onboarding.openReview();
  platform.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropAfter' } });
  await onboarding.activate();
  await expect(onboarding.heading('Slack alerts is on')).toBeVisible();
  expect(countActivations(platform)).toBe(1);
});

test('A connection that breaks before leaves the next attempt to the user', async ({
  onboarding,
  platform,
  guard,
}) => {
  guard.allowFailedRequests();
  await onboarding.openReview();
  platform.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
  await onboarding.activate();
  await expect(onboarding.heading("We couldn't confirm that Slack alerts is on")).toBeFocused();
  expect(countAttempts(platform)).toBe(1);

  await onboarding.button('Back to review').click();
  await onboarding.activate();
  await expect(onboarding.heading('Slack alerts is on')).toBeVisible();
  expect(countActivations(platform)).toBe(1);
});

test('An activation that comes late is found by checking again', async ({
  onboarding,
  platform,
  guard,
}) => {
  guard.allowFailedRequests();
  await onboarding.openReview();
  platform.faults.add({ operation: 'ActivateUser', fault: { kind: 'commitLater', ms: 2_500 } });
  await onboarding.activate();
  await expect(onboarding.heading("We couldn't confirm that Slack alerts is on")).toBeVisible();
  await expect.poll(() => countActivations(platform)).toBe(1);
  await onboarding.button('Check again').click();
  await expect(onboarding.heading('Slack alerts is on')).toBeVisible();
  expect(countAttempts(platform)).toBe(1);
});

test('A reload while the answer is on its way finds the activation', async ({
  onboarding,
  platform,
  page,
}) => {
  await onboarding.openReview();
  platform.faults.add({ operation: 'ActivateUser', fault: { kind: 'latency', ms: 500 } });
  await onboarding.activate();
  await expect.poll(() => countAttempts(platform)).toBe(1);
  await page.reload();
  await expect.poll(() => countActivations(platform)).toBe(1);
  await page.reload();
  await expect(onboarding.page.getByText('Chen & Co workspace').first()).toBeVisible();
  await expect(onboarding.button('Turn on Slack alerts')).toHaveCount(0);
  expect(countAttempts(platform)).toBe(1);
});

test('A variable that the platform refuses is named at its field, and what was typed is kept', async ({
  onboarding,
  platform,
  guard,
}) => {
  guard.allowFailedRequests();
  await onboarding.open({ integration: 'warehouseSync' });
  await onboarding.choose('Leeds fulfilment centre');
  await onboarding.account('Chen & Co – NetSuite').first().check();
  await onboarding.continueWith();
  await onboarding.field('Warehouse code').fill('LDN-1');
  await onboarding.field('Street').fill('14 Canal Wharf');
  await onboarding.field('City').fill('Leeds');
  await onboarding.field('Postcode').fill('LS11 5PS');
  await onboarding.continueWith();
  await onboarding.activate();

  await expect(onboarding.field('Warehouse code')).toBeFocused();
  await expect(onboarding.field('Warehouse code')).toHaveValue('LDN-1');
  await expect(onboarding.field('Warehouse code')).toHaveAccessibleDescription(/unknown warehouse/);
  await expect(onboarding.field('City')).toHaveValue('Leeds');
  expect(countActivations(platform)).toBe(0);

  await onboarding.field('Warehouse code').fill('LDS-2');
  await onboarding.continueWith();
  await onboarding.activate();
  await expect(onboarding.heading('Warehouse sync is on')).toBeVisible();
  expect(countActivations(platform)).toBe(1);
});
