import type { Locator } from '@playwright/test';
import { stories } from '../../../src/demo/stories/stories.js';
import { expect, test } from '../../fixtures.js';
import { StoryPage } from '../../pages/StoryPage.js';

test.use({
  reducedMotion: 'reduce',
  hasTouch: true,
  isMobile: true,
  viewport: { width: 390, height: 800 },
});

/** What a finger cannot hit, and what iOS would zoom in on. Links within a text are as high as it. */
function findSmall(stage: Locator): Promise<readonly string[]> {
  return stage.evaluate((node) => {
    const controls = node.querySelectorAll(
      '.onb-root :is(button, a[href], summary, select, textarea, input, [role="option"])',
    );
    const isDialogOpen = node.querySelector('dialog[open]') !== null;
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility({ opacityProperty: true })) return [];
      // Below a dialog nothing can be pressed.
      if (control.closest('dialog') === null && isDialogOpen) return [];
      if (control.closest('.onb-host, .onb-visually-hidden') !== null || isInText(control))
        return [];
      const height = measureTarget(control);
      const isChoice = control.matches('[type="radio"], [type="checkbox"]');
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : null;
      const text = ((label ?? control).textContent ?? '').slice(0, 30);
      const name = `<${control.localName} class="${control.getAttribute('class') ?? ''}"> ${text}`;
      const size = Number.parseFloat(getComputedStyle(control).fontSize);
      const isTyped = control.matches('select, textarea, input') && !isChoice;
      return [
        ...(height < 43.9 ? [`${name} is ${height} pixels high`] : []),
        ...(isTyped && size < 16 ? [`${name} has text of ${size} pixels`] : []),
      ];
    });

    /** Of the control or its label, or of what it draws over its card. */
    function measureTarget(control: Element): number {
      const labels = control instanceof HTMLInputElement ? (control.labels ?? []) : [];
      const heights = [control, ...labels].map((each) => each.getBoundingClientRect().height);
      if (Math.max(...heights) >= 43.9) return Math.max(...heights);
      control.scrollIntoView({ block: 'center' });
      const { left, top, height } = control.getBoundingClientRect();
      const isHit = (y: number): boolean => document.elementFromPoint(left + 1, y) === control;
      const middle = top + height / 2;
      return isHit(middle - 21) && isHit(middle + 21) ? 44 : Math.max(...heights);
    }

    function isInText(control: Element): boolean {
      if (!control.matches('a')) return false;
      return [...(control.parentElement?.childNodes ?? [])].some(
        (sibling) => sibling instanceof Text && sibling.data.trim() !== '',
      );
    }
  });
}

for (const { id, group, title } of stories) {
  test(`${group}: ${title}: a finger hits every target`, async ({ page, world, guard }) => {
    guard.allowFailedRequests();
    const story = new StoryPage(page, world);
    await story.open(id);
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    expect(await findSmall(story.stage)).toEqual([]);
  });
}
