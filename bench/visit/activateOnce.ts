import type { Browser } from '@playwright/test';
import { OnboardingPage } from '../../e2e/pages/OnboardingPage.js';
import type { Sample } from '../harness/statistics.js';
import { openContext } from './visitPage.js';

/**
 * Turns "Shopify orders" on, on the slow processor; milliseconds from each press to the next paint.
 * Of several keys the median.
 */
export async function activateOnce(browser: Browser, url: string): Promise<Sample> {
  const { page } = await openContext(browser);
  const onboarding = new OnboardingPage(page, '');
  const sample: Record<string, number> = {};
  const press = async (what: string, act: () => Promise<void>): Promise<void> => {
    await page.evaluate(() => void window.visitWatch.presses.splice(0));
    await act();
    await page.waitForFunction(() => window.visitWatch.presses.length > 0);
    const presses = await page.evaluate(() => window.visitWatch.presses.toSorted((a, b) => a - b));
    sample[what] = presses[Math.floor(presses.length / 2)] ?? Number.NaN;
  };
  const account = onboarding.account(/Chen & Co/).first();
  const settle = (name: string | RegExp): Promise<void> => onboarding.heading(name).waitFor();

  await page.goto(url);
  await account.waitFor();
  await press('choose an account', () => account.click());
  await press('continue', () => onboarding.continueWith());
  await settle('Choose your NetSuite account');
  await account.click();
  await press('open the settings', () => onboarding.continueWith());
  const code = onboarding.field('Warehouse code');
  await code.click();
  await press('type', () => code.pressSequentially('LDN-2', { delay: 100 }));
  await press('open the review', () => onboarding.continueWith());
  await settle('Review and turn on');
  await press('turn on', () => onboarding.activate());
  await settle('Shopify orders is on');
  await page.context().close();
  return sample;
}
