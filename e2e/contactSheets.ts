/**
 * `npm run screenshots`: every state of the built demo in five looks, as sheets to look over in
 * docs/screenshots. Fonts differ between machines, so nothing is compared: a person looks.
 */
import { writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { choices } from '../src/demo/page/urlState.js';
import { startDemoServer } from '../src/demo/serve.js';
import { stories } from '../src/demo/stories/stories.js';
import type { Story } from '../src/demo/stories/story.js';
import { chromiumArguments, findChromium } from './chromium.js';
import { StoryPage } from './pages/StoryPage.js';

interface Look {
  readonly name: string;
  /** What the address says of the look. */
  readonly queries: readonly string[];
  readonly width: number;
  readonly shows: (story: Story) => boolean;
}

interface Shot {
  readonly caption: string;
  readonly jpeg: string;
}

/** The screens of an activation from its beginning to its end. */
const inProducts = ['hub', 'several', 'many', 'variables', 'review', 'done', 'active', 'ending'];

const looks: readonly Look[] = [
  { name: 'light', queries: ['theme=light'], width: 960, shows: () => true },
  { name: 'dark', queries: ['theme=dark'], width: 960, shows: () => true },
  { name: 'narrow', queries: ['theme=light'], width: 320, shows: () => true },
  { name: 'arabic', queries: ['theme=light&locale=ar'], width: 480, shows: () => true },
  {
    name: 'products',
    queries: choices.brand.map((brand) => `brand=${brand}`),
    width: 480,
    shows: ({ id }) => inProducts.includes(id),
  },
];

const server = await startDemoServer({ report: () => undefined });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...chromiumArguments],
});
for (const look of looks) {
  const shots = await takeShots(browser, look);
  const path = `docs/screenshots/${look.name}.jpg`;
  writeFileSync(path, await composeSheet(browser, shots, look.width));
  console.log(`${path}: ${shots.length} states`);
}
await browser.close();
await server.close();

async function takeShots(opened: Browser, look: Look): Promise<Shot[]> {
  const page = await opened.newPage({
    baseURL: server.url,
    viewport: { width: look.width < 500 ? look.width : 1_280, height: 800 },
    reducedMotion: 'reduce',
  });
  const shots: Shot[] = [];
  for (const query of look.queries) {
    for (const story of stories.filter(look.shows)) {
      const world = `sheet-${look.name}-${shots.length}`;
      shots.push({ caption: story.title, jpeg: await takeShot(page, story, `${world}&${query}`) });
    }
  }
  await page.close();
  return shots;
}

/** The top of the state, or what lies above the page. */
async function takeShot(page: Page, { id }: Story, world: string): Promise<string> {
  const story = new StoryPage(page, world);
  await story.open(id);
  await page.mouse.move(0, 0);
  const options = { type: 'jpeg', quality: 80 } as const;
  const dialog = page.locator('dialog[open]');
  const shown = (await dialog.count()) > 0 ? dialog.last() : story.stage;
  const bytes = await shown.screenshot(options);
  return bytes.toString('base64');
}

async function composeSheet(
  opened: Browser,
  shots: readonly Shot[],
  width: number,
): Promise<Buffer> {
  const thumb = width > 500 ? 300 : 200;
  const page = await opened.newPage({ viewport: { width: 8 * (thumb + 12) + 12, height: 800 } });
  const figures = shots.map(
    ({ caption, jpeg }) =>
      `<figure><img src="data:image/jpeg;base64,${jpeg}"><figcaption>${caption}</figcaption></figure>`,
  );
  await page.setContent(`
    <style>
      body { margin: 12px; display: flex; flex-wrap: wrap; gap: 12px; background: #ddd; }
      figure { margin: 0; inline-size: ${thumb}px; font: 12px sans-serif; }
      img { inline-size: 100%; max-block-size: ${thumb * 1.5}px; object-fit: cover; object-position: top; }
    </style>
    ${figures.join('')}
  `);
  const sheet = await page.screenshot({ type: 'jpeg', quality: 60, fullPage: true });
  await page.close();
  return sheet;
}
