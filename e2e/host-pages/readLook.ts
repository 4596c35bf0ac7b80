import type { Page } from '@playwright/test';

/** One element of the widget: which it is, where it lies, and how it looks. */
export interface ElementLook {
  readonly element: string;
  /** Left, top, width and height, from the root's corner, in half pixels. */
  readonly box: string;
  readonly styles: Readonly<Record<string, string>>;
}

/** What the widget is meant to take over from the page around it. */
export type Surroundings = Readonly<Record<string, string>>;

/** The inherited properties of the place that the widget stands in. */
export function readSurroundings(page: Page): Promise<Surroundings> {
  return page.evaluate(() => {
    const parent = document.querySelector('.onb-root')?.parentElement;
    if (!parent) throw new Error('There is no widget in this page.');
    const styles = getComputedStyle(parent);
    const inherited = ['color', 'direction', 'font', 'letter-spacing', 'line-height', 'tab-size'];
    const others = ['text-align', 'text-size-adjust', 'width', '-webkit-tap-highlight-color'];
    return Object.fromEntries(
      [...inherited, ...others].map((name) => [name, styles.getPropertyValue(name)]),
    );
  });
}

/** Gives the place of the widget these properties, whatever the page says of it. */
export async function setSurroundings(page: Page, surroundings: Surroundings): Promise<void> {
  await page.evaluate((properties) => {
    const parent = document.querySelector('.onb-root')?.parentElement;
    for (const [name, value] of Object.entries(properties)) {
      parent?.style.setProperty(name, value, 'important');
    }
  }, surroundings);
}

/** Every element of the widget in the order of the page, at most 400. */
export function readLook(page: Page): Promise<readonly ElementLook[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.onb-root');
    if (root === null) throw new Error('There is no widget in this page.');
    const corner = root.getBoundingClientRect();
    const round = (length: number): number => Math.round(length * 2) / 2;
    // What a box makes of its surroundings is compared as a box; an outline is drawn with the
    // focus; and Bootstrap's pointer on every button is more specific than any rule of ours.
    const derived =
      /^(?:--|block-size|cursor|inline-size|height|width|inset|top|left|right|bottom|outline-offset|perspective-origin|transform-origin)/;
    // Of what an icon is drawn with, nothing else can be seen.
    const drawn = /^(?:display|fill|opacity|stroke|stroke-width|transform|visibility)$/;
    return [root, ...root.querySelectorAll('*')].slice(0, 400).map((element, index) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const isHidden = width === 0 && height === 0;
      // Where those lie depends on how far the page is scrolled.
      const isAnchored = element.closest('dialog, footer') !== null;
      const place = isHidden || isAnchored ? [] : [left - corner.left, top - corner.top];
      const isDrawn = element.parentElement?.closest('svg') !== null;
      const computed = getComputedStyle(element);
      const names = [...computed].filter((name) => {
        if (isDrawn) return drawn.test(name);
        // A button with a border of its own has no look of the system's to show.
        return !derived.test(name) && !(element.localName === 'button' && name === 'appearance');
      });
      return {
        element: `${index} <${element.localName} class="${element.getAttribute('class') ?? ''}">`,
        box: [...place, width, height].map(round).join(' '),
        styles: Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)])),
      };
    });
  });
}

/** What differs between two looks, as sentences; empty: nothing. */
export function compareLooks(
  expected: readonly ElementLook[],
  actual: readonly ElementLook[],
): readonly string[] {
  if (expected.length !== actual.length) {
    return [`${expected.length} elements have become ${actual.length}`];
  }
  return expected.flatMap((before, index) => {
    const after = actual[index];
    if (after === undefined || before.element !== after.element) {
      return [`${before.element} has become ${after?.element ?? 'nothing'}`];
    }
    const names = Object.keys(before.styles).filter(
      (name) => before.styles[name] !== after.styles[name],
    );
    return [
      ...(before.box === after.box ? [] : [`${before.element} box: ${before.box} → ${after.box}`]),
      ...names.map(
        (name) =>
          `${before.element} ${name}: ${before.styles[name] ?? ''} → ${after.styles[name] ?? ''}`,
      ),
    ];
  });
}
