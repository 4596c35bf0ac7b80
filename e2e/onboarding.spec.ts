import { exampleIds, type PlatformData, type StoredActivation } from '../src/emulator.js';
import { expect, test } from './fixtures.js';
import { keyboard, mouse } from './pages/inputModes.js';

const { environments, templates, connections } = exampleIds;

function activationsOf(data: PlatformData, user: 'amelia' | 'bashir'): StoredActivation[] {
  return data.activations.filter(({ userId }) => userId === exampleIds.users[user].id);
}

for (const inputMode of [mouse, keyboard]) {
  test(`Shopify orders, two accounts and flat variables, ${inputMode.name}`, async ({
    onboarding,
    platform,
  }) => {
    await onboarding.open({ integration: 'shopifyOrders' });

    await inputMode.choose(onboarding.account('Chen & Co – EU store'));
    await inputMode.press(onboarding.button('Continue'));
    await expect(onboarding.heading('Choose your NetSuite account')).toBeFocused();
    await inputMode.choose(onboarding.account('Chen & Co – NetSuite').nth(1));
    await inputMode.press(onboarding.button('Continue'));
    await expect(onboarding.heading('Settings for Shopify orders')).toBeFocused();
    await inputMode.fill(onboarding.field('Warehouse code'), 'LDN-2');
    await inputMode.choose(onboarding.account('any'));
    await inputMode.fill(onboarding.field('Memo on each order'), 'From the web shop');
    await inputMode.fill(onboarding.field('Webhook secret'), 'open-sesame');
    await inputMode.press(onboarding.button('Continue'));
    await expect(onboarding.heading('Review and turn on')).toBeFocused();
    expect(activationsOf(platform.data, 'amelia')).toEqual([]);
    await inputMode.press(onboarding.button('Turn on Shopify orders'));

    await expect(onboarding.heading('Shopify orders is on')).toBeFocused();
    expect(activationsOf(platform.data, 'amelia')).toEqual([
      {
        id: expect.any(String),
        userId: exampleIds.users.amelia.id,
        environmentId: environments.shopifyOrders,
        connections: [
          {
            connectionTemplateId: templates.shopifyOrders.shopify,
            existingConnectionId: connections.ameliaShopifyEu,
          },
          {
            connectionTemplateId: templates.shopifyOrders.netsuite,
            existingConnectionId: connections.ameliaNetsuiteTwin,
          },
        ],
        dynamicVariables: {
          warehouseCode: 'LDN-2',
          orderStatus: 'any',
          batchSize: 50,
          includeTestOrders: false,
          memo: 'From the web shop',
          webhookSecret: 'open-sesame',
        },
      },
    ]);
  });

  test(`Slack alerts, the only account and no variables, ${inputMode.name}`, async ({
    onboarding,
    platform,
  }) => {
    await onboarding.open({ integration: 'slackAlerts' });

    await expect(onboarding.account('Chen & Co workspace')).toBeChecked();
    await inputMode.press(onboarding.button('Continue'));
    await inputMode.press(onboarding.button('Turn on Slack alerts'));

    await expect(onboarding.heading('Slack alerts is on')).toBeFocused();
    expect(activationsOf(platform.data, 'amelia')).toMatchObject([
      {
        connections: [
          {
            connectionTemplateId: templates.slackAlerts.slack,
            existingConnectionId: connections.ameliaSlack,
          },
        ],
      },
    ]);
  });

  test(`Warehouse sync, a managed account and nested variables, ${inputMode.name}`, async ({
    onboarding,
    platform,
  }) => {
    await onboarding.open({ integration: 'warehouseSync' });

    await inputMode.choose(onboarding.account('Rotterdam fulfilment centre'));
    await inputMode.press(onboarding.button('Continue'));
    await inputMode.choose(onboarding.account('Chen & Co – NetSuite').first());
    await inputMode.press(onboarding.button('Continue'));
    await inputMode.fill(onboarding.field('Warehouse code'), 'RTM-1');
    await inputMode.fill(onboarding.field('Street'), 'Maasvlakte 12');
    await inputMode.fill(onboarding.field('City'), 'Rotterdam');
    await inputMode.fill(onboarding.field('Postcode'), '3199 LZ');
    await inputMode.choose(onboarding.account('NL'));
    await inputMode.press(onboarding.button('Add to Stock lines'));
    await inputMode.fill(onboarding.field('SKU'), 'TENT-2P');
    await inputMode.fill(onboarding.field('Reorder point'), '40');
    await inputMode.press(onboarding.button('Continue'));
    await expect(onboarding.page.getByText('Provided for you')).toBeVisible();
    await inputMode.press(onboarding.button('Turn on Warehouse sync'));

    await expect(onboarding.heading('Warehouse sync is on')).toBeFocused();
    expect(activationsOf(platform.data, 'amelia')).toMatchObject([
      {
        connections: expect.arrayContaining([
          {
            connectionTemplateId: templates.warehouseSync.shipbob,
            existingConnectionId: connections.ameliaShipbobRotterdam,
          },
          {
            connectionTemplateId: templates.warehouseSync.loqate,
            existingConnectionId: connections.staticLoqate,
          },
          {
            connectionTemplateId: templates.warehouseSync.netsuite,
            existingConnectionId: connections.ameliaNetsuiteMain,
          },
        ]),
        dynamicVariables: {
          warehouseCode: 'RTM-1',
          address: { street: 'Maasvlakte 12', city: 'Rotterdam', zip: '3199 LZ', country: 'NL' },
          lines: [{ sku: 'TENT-2P', reorderPoint: 40 }],
        },
      },
    ]);
  });
}

test('HubSpot contacts, suspended, says that it is not available', async ({ onboarding }) => {
  await onboarding.open({ integration: 'hubspotContacts' });
  await expect(
    onboarding.page.getByText("HubSpot contacts isn't available right now"),
  ).toBeVisible();
  await expect(onboarding.page.getByRole('radio')).toHaveCount(0);
});

test('Xero invoices, broken, says that it cannot be turned on', async ({ onboarding }) => {
  await onboarding.open({ integration: 'xeroInvoices' });
  await expect(onboarding.page.getByText("Xero invoices can't be turned on")).toBeVisible();
  await expect(onboarding.page.getByRole('radio')).toHaveCount(0);
});

test('A user who has activated sees what is active', async ({ onboarding }) => {
  await onboarding.open({ user: 'bashir', integration: 'slackAlerts' });
  await expect(onboarding.heading('Active')).toBeVisible();
  await expect(onboarding.page.getByText('Rahman Outdoor workspace').first()).toBeVisible();
});

test('A user without an account for a step is told what is missing', async ({ onboarding }) => {
  await onboarding.open({ user: 'bashir', integration: 'shopifyOrders' });
  await onboarding.choose(/^Rahman Outdoor$/);
  await expect(onboarding.page.getByText('Connect your NetSuite account')).toBeVisible();
  await expect(onboarding.button('Continue')).toHaveCount(0);
});

test('Back keeps what was chosen and typed', async ({ onboarding }) => {
  await onboarding.open();
  await onboarding.choose('Chen & Co – UK store');
  await onboarding.account('Chen & Co – NetSuite').nth(1).check();
  await onboarding.continueWith();
  await onboarding.field('Warehouse code').fill('LDN-2');
  await onboarding.goBack();
  await expect(onboarding.account('Chen & Co – NetSuite').nth(1)).toBeChecked();
  await onboarding.goBack();
  await expect(onboarding.account('Chen & Co – UK store')).toBeChecked();
  await onboarding.continueWith();
  await onboarding.continueWith();
  await expect(onboarding.field('Warehouse code')).toHaveValue('LDN-2');
});

test('Reloading resumes where the user was, without the secret', async ({ onboarding, page }) => {
  await onboarding.open();
  await onboarding.choose('Chen & Co – UK store');
  await onboarding.account('Chen & Co – NetSuite').first().check();
  await onboarding.continueWith();
  await onboarding.field('Warehouse code').fill('LDN-2');
  await onboarding.field('Webhook secret').fill('open-sesame');
  await page.reload();

  await expect(onboarding.heading('Settings for Shopify orders')).toBeVisible();
  await expect(onboarding.field('Warehouse code')).toHaveValue('LDN-2');
  await expect(onboarding.field('Webhook secret')).toHaveValue('');
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(stored).toContain('LDN-2');
  expect(stored).not.toContain('open-sesame');
});

test('Another user of the same browser sees nothing of the draft', async ({ onboarding, page }) => {
  await onboarding.open();
  await onboarding.choose('Chen & Co – UK store');
  await expect(onboarding.heading('Choose your NetSuite account')).toBeVisible();
  await page.getByLabel('User', { exact: true }).selectOption('Bashir Rahman');
  await expect(onboarding.heading('Choose your Shopify account')).toBeVisible();
  await expect(onboarding.account(/^Rahman Outdoor$/)).not.toBeChecked();
  await expect(page.getByText('Chen & Co')).toHaveCount(0);
});
