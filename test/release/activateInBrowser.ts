import type { Browser, Page } from '@playwright/test';

/** React's and the dev servers' own notes are no warnings; a favicon that an example lacks is none. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !message.location().url.endsWith('/favicon.ico')) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/**
 * Goes through Shopify orders as a user does: chooses, fills in, reviews, turns on; and finds it active
 * after a reload.
 *
 * @throws {Error} Where a step is not there, or where the browser complains of anything.
 */
export async function activateInBrowser(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const complaints = collectComplaints(page);
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();
  try {
    await page.goto(url);
    await page.getByRole('radio', { name: 'Chen & Co – EU store' }).check();
    await press('Continue');
    await page.getByRole('radio', { name: 'Chen & Co – NetSuite' }).first().check();
    await press('Continue');
    await page.getByLabel('Warehouse code', { exact: true }).fill('LDN-2');
    await press('Continue');
    await page.getByRole('heading', { name: 'Review and turn on' }).waitFor();
    await press('Turn on Shopify orders');
    await page.getByRole('heading', { name: 'Shopify orders is on' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /^Active/ }).waitFor();
  } catch (error) {
    const shown = await page
      .locator('body')
      .innerText()
      .catch(() => '');
    throw new Error(`${String(error)}\n${[...complaints, shown].join('\n')}`, { cause: error });
  } finally {
    await page.close();
  }
  if (complaints.length > 0) throw new Error(`The browser says: ${complaints.join('\n')}`);
}
