import { expect, type Locator } from '@playwright/test';

/** A way to work a page: with the mouse, or with the keyboard alone. */
export interface InputMode {
  readonly name: string;
  choose(radio: Locator): Promise<void>;
  fill(field: Locator, text: string): Promise<void>;
  press(button: Locator): Promise<void>;
}

export const mouse: InputMode = {
  name: 'by mouse',
  choose: (radio) => radio.click(),
  async fill(field, text) {
    await field.click();
    await field.page().keyboard.type(text);
  },
  press: (button) => button.click(),
};

export const keyboard: InputMode = {
  name: 'by keyboard alone',
  async choose(radio) {
    await radio.waitFor();
    const group = (await radio.getAttribute('name')) ?? '';
    // Tab stops once in a group of radios; the arrows go on from there.
    await tabTo(radio.page().locator(`input[name="${group}"]:focus`));
    for (let pressed = 0; pressed < 20 && !(await isFocused(radio)); pressed += 1) {
      await radio.page().keyboard.press('ArrowDown');
    }
    await radio.page().keyboard.press('Space');
    await expect(radio).toBeChecked();
  },
  async fill(field, text) {
    await field.waitFor();
    await tabTo(field);
    await field.page().keyboard.type(text);
  },
  async press(button) {
    await button.waitFor();
    await tabTo(button);
    await button.page().keyboard.press('Enter');
  },
};

const MOST_TABS = 60;

async function tabTo(element: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isFocused(element)) return;
    await element.page().keyboard.press('Tab');
  }
  throw new Error(`${element.toString()} is not reached by ${MOST_TABS} presses of Tab.`);
}

async function isFocused(element: Locator): Promise<boolean> {
  if ((await element.count()) === 0) return false;
  return element.evaluate((node) => node === document.activeElement);
}
