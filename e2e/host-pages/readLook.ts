import type { Page } from '@playwright/test';

/** One element of the widget: which it is, where it lies, and how it looks. */
export interface ElementLook {
  readonly element: string;
  /** Left, top, width and height, from the root's corner, in half pixels. */
  readonly box: string;
  /** One `name: value` a line: as objects they would take the browser's driver seconds to hand over. */
  readonly styles: string;
}

/**
 * Gives the place that the widget stands in the inherited properties that it has now, whatever the
 * stylesheets of the page say later: the widget is meant to take these over.
 */
export async function fixSurroundings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const parent = document.querySelector('.onb-root')?.parentElement;
    if (!parent) throw new Error('There is no widget in this page.');
    const styles = getComputedStyle(parent);
    const inherited = ['color', 'direction', 'font', 'letter-spacing', 'line-height', 'tab-size'];
    const others = ['text-align', 'text-size-adjust', 'width', '-webkit-tap-highlight-color'];
    const names = [...inherited, ...others];
    const values = names.map((name) => styles.getPropertyValue(name));
    names.forEach((name, index) => {
      parent.style.setProperty(name, values[index] ?? '', 'important');
    });
    // The page's own limit may be in rem, which stylesheets change.
    parent.style.setProperty('max-width', 'none', 'important');
  });
}

/** Every element of the widget in the order of the page, at most 400. */
export function readLook(page: Page): Promise<readonly ElementLook[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.onb-root');
    if (root === null) throw new Error('There is no widget in this page.');
    const corner = root.getBoundingClientRect();
    const round = (length: number): number => Math.round(length * 2) / 2;
    // What a box makes of its surroundings is compared as a box; an outline is drawn with the
    // focus; a touch is not a look; and Bootstrap's pointer on every button is more specific than any
    // rule of ours.
    const derived =
      /^(?:--|block-size|cursor|inline-size|height|width|inset|top|left|right|bottom|outline-offset|perspective-origin|touch-action|transform-origin)/;
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
        styles: names.map((name) => `${name}: ${computed.getPropertyValue(name)}`).join('\n'),
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
    return [
      ...(before.box === after.box ? [] : [`${before.element} box: ${before.box} → ${after.box}`]),
      ...compareStyles(before.styles, after.styles).map((change) => `${before.element} ${change}`),
    ];
  });
}

function compareStyles(expected: string, actual: string): readonly string[] {
  if (expected === actual) return [];
  const after = actual.split('\n');
  return expected
    .split('\n')
    .flatMap((line, index) => (line === after[index] ? [] : [`${line} → ${after[index] ?? ''}`]));
}
