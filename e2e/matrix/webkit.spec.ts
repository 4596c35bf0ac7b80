import * as v from 'valibot';
import { expect, test } from '../fixtures.js';
import { StoryPage } from '../pages/StoryPage.js';
import { hasWebKit, startWebKit, type WebKit } from './webkit.js';

test.use({ reducedMotion: 'reduce' });
test.describe.configure({ mode: 'serial' });
test.skip(!hasWebKit, 'Install webkit2gtk-driver and xvfb to run the pages in WebKit.');

let webkit: WebKit;

test.beforeAll(async () => {
  webkit = await startWebKit(test.info().parallelIndex);
  await webkit.setSize(1280, 900);
});
test.afterAll(() => webkit.close());

const storyIds = [
  'several',
  'unhealthy',
  'variables',
  'variables-kinds',
  'variables-kinds-errors',
  'connector-authentication',
  'review',
  'done',
  'active-nested',
  'editing',
  'ending',
  'hub',
];

/** Each part of the widget and how high it is. */
const readHeights = `
  return [...document.querySelectorAll('.onb-root, .onb-root [data-onb-part]')].map((element) => ({
    part: element.getAttribute('data-onb-part'),
    height: element.getBoundingClientRect().height,
  }));
`;

const heightsOf = v.array(v.object({ part: v.string(), height: v.number() }));
type PartHeights = v.InferOutput<typeof heightsOf>;

/** Controls of the system differ by a pixel or two each; a hole is larger than a row of text. */
function compareHeights(expected: PartHeights, actual: PartHeights): string[] {
  return expected.flatMap(({ part, height }, index) => {
    const other = actual[index];
    if (other?.part !== part) return [`${part} is ${other?.part ?? 'missing'}`];
    const most = 12 + height * 0.03;
    return Math.abs(other.height - height) > most ? [`${part}: ${height} → ${other.height}`] : [];
  });
}

for (const id of storyIds) {
  test(`Every part is as high in WebKit as in Chromium: ${id}`, async ({
    page,
    world,
    baseURL,
  }) => {
    await webkit.open(`${baseURL ?? ''}/?story=${id}&world=${world}-webkit`);
    await webkit.waitUntil(`return document.querySelector('[data-story="ready"]') !== null`);
    await webkit.waitUntil(`return document.querySelector('.onb-skeleton') === null`);
    const width = Number(await webkit.evaluate('return innerWidth'));
    await page.setViewportSize({ width, height: 900 });
    await new StoryPage(page, world).open(id);
    await expect(page.locator('.onb-skeleton')).toHaveCount(0);
    const expected = v.parse(heightsOf, await page.evaluate(`(() => {${readHeights}})()`));
    expect(expected.length).toBeGreaterThan(5);
    await expect
      .poll(async () =>
        compareHeights(expected, v.parse(heightsOf, await webkit.evaluate(readHeights))),
      )
      .toEqual([]);
  });
}
