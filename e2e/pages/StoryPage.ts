import { expect, type Locator, type Page } from '@playwright/test';
import type { ChoiceValue, Locale } from '../../src/demo/page/urlState.js';

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
    // Not by an expectation, which would ask a few times a second: this is told.
    await this.page.locator('[data-story="ready"], [data-story="failed"]').waitFor();
    await expect(this.stage).toHaveAttribute('data-story', 'ready');
  }

  get stage(): Locator {
    return this.page.getByRole('region', { name: /^(Component|المكوّن)$/ });
  }

  /** Switches the language of the whole page, at any width and without a new beginning of the story. */
  async switchTo(locale: Locale): Promise<void> {
    await this.page.getByLabel(/^(Language|اللغة)$/).selectOption(locale);
    await expect(this.stage.locator('[data-onb-part="root"]').first()).toHaveAttribute(
      'lang',
      locale,
    );
  }

  /** Shows the same state in the colours of another product, as the address would. */
  async showIn(brand: ChoiceValue<'brand'>): Promise<void> {
    await this.page.evaluate((name) => {
      const url = new URL(window.location.href);
      url.searchParams.set('brand', name);
      window.history.pushState(null, '', url);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, brand);
    await expect(this.page.locator(`[data-brand="${brand}"]`).first()).toBeAttached();
  }

  /** Texts of the widget's own that do not fit the element that shows them; hidden ones need not. */
  async findCutTexts(): Promise<string[]> {
    return this.stage.evaluate((stage) => {
      const texts = stage.querySelectorAll(
        ':is(button, h2, h3, h4, p, legend, label, dt, li, a):not([dir="auto"], [dir="auto"] *)',
      );
      const isCut = (element: Element): boolean =>
        element.clientWidth > 1 &&
        (element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 8);
      return [...texts].filter(isCut).map(({ textContent }) => textContent ?? '');
    });
  }
}
