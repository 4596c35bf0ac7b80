import { expect, type Locator, type Page } from '@playwright/test';

/** One state of the components on the page of states. */
export class StoryPage {
  readonly page: Page;
  readonly #world: string;

  constructor(page: Page, world: string) {
    this.page = page;
    this.#world = world;
  }

  /** Opens a story and waits until it has been played. */
  async open(id: string): Promise<void> {
    await this.page.goto(`/?story=${id}&world=${this.#world}`);
    await expect(this.stage).toHaveAttribute('data-story', /ready|failed/, { timeout: 15_000 });
    await expect(this.stage).toHaveAttribute('data-story', 'ready');
  }

  get stage(): Locator {
    return this.page.getByRole('region', { name: /^(Component|المكوّن)$/ });
  }

  /** Switches the language of the whole page, at any width and without a new beginning of the story. */
  async switchToArabic(): Promise<void> {
    await this.page.getByLabel('Language').selectOption('ar');
    await expect(this.page.locator('html')).toHaveAttribute('dir', 'rtl');
  }
}
