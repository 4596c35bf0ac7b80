import { expect, type Locator, type Page } from '@playwright/test';

interface Opening {
  readonly user?: 'amelia' | 'bashir' | 'carla';
  readonly integration?: string;
  readonly locale?: 'en' | 'ar';
}

/** The settings page with the widget in it, as a user finds their way: by roles and labels. */
export class OnboardingPage {
  readonly page: Page;
  readonly #world: string;

  constructor(page: Page, world: string) {
    this.page = page;
    this.#world = world;
  }

  async open({
    user = 'amelia',
    integration = 'shopifyOrders',
    locale = 'en',
  }: Opening = {}): Promise<void> {
    const query = new URLSearchParams({ world: this.#world, user, integration, locale });
    await this.page.goto(`/?${query.toString()}`);
  }

  /** The same page in another tab of the same browser. */
  async openBeside(opening: Opening = {}): Promise<OnboardingPage> {
    const beside = new OnboardingPage(await this.page.context().newPage(), this.#world);
    await beside.open(opening);
    return beside;
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  account(name: string | RegExp): Locator {
    return this.page.getByRole('radio', { name });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  get alert(): Locator {
    return this.page.getByRole('alert');
  }

  async choose(name: string | RegExp): Promise<void> {
    await this.account(name).check();
    await this.continueWith();
  }

  async continueWith(): Promise<void> {
    await this.button('Continue').click();
  }

  /** Of an integration with one account and no settings. */
  async openReview(): Promise<void> {
    await this.open({ integration: 'slackAlerts' });
    await this.continueWith();
    await expect(this.heading('Review and turn on')).toBeFocused();
  }

  async goBack(): Promise<void> {
    await this.button('Back').click();
  }

  async activate(): Promise<void> {
    await this.button(/^Turn on /).click();
  }
}
