import { expect, test } from './fixtures.js';

/** What watches all browser tests has to see what it is there for. */
test.describe('The guard sees', () => {
  test('a secret, and the id of another user, in what the page was sent', async ({
    onboarding,
    platform,
    guard,
  }) => {
    for (const connection of platform.data.connections) connection.name = 'canary-of user-bashir';
    await onboarding.open();
    await expect(onboarding.account('canary-of user-bashir').first()).toBeVisible();
    const complaints = await guard.takeComplaints();
    expect(complaints).toContainEqual(expect.stringMatching(/connections gave away canary-of$/));
    expect(complaints).toContainEqual(expect.stringMatching(/connections gave away user-bashir$/));
  });

  test('a violation of the policy', async ({ onboarding, page, guard }) => {
    await onboarding.open();
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="top:0">'));
    await expect(page.locator('p[style]')).toHaveCount(1);
    expect(await guard.takeComplaints()).toContain('Policy violated: style-src-attr inline');
  });

  test('a message in the console, an uncaught error and markup that ran', async ({
    onboarding,
    page,
    guard,
  }) => {
    await onboarding.open();
    await page.evaluate(() => {
      console.error('something is wrong');
      Object.assign(globalThis, { hostileRan: true });
      reportError(new Error('nobody caught this'));
    });
    expect(await guard.takeComplaints()).toEqual([
      'something is wrong',
      'Uncaught: nobody caught this',
      'Markup from the platform was run as HTML.',
    ]);
  });
});
