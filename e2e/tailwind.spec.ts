import { expect, test } from '@playwright/test';
import { readOwnStyles } from './host-pages/readOwnStyles.js';
import { buildTailwind4 } from './host-pages/tailwind4.js';

const layered = `@layer react-versori-onboarding{${readOwnStyles()}}`;
const order = '@layer theme, base, react-versori-onboarding, components, utilities;';
const classes = ['bg-emerald-700', 'rounded-none', 'px-8'];
const button = `
  <div class="onb-root" data-theme="light">
    <button class="onb-button ${classes.join(' ')}" data-variant="primary">Continue</button>
    <button class="onb-button plain">Back</button>
  </div>
`;

test('Utilities of Tailwind 4 win against the layered stylesheet, and its reset does not', async ({
  page,
}) => {
  const tailwind = await buildTailwind4(classes);
  await page.setContent(
    `<style>${order}</style><style>${layered}</style><style>${tailwind}</style>${button}`,
  );
  const continueButton = page.getByRole('button', { name: 'Continue' });
  await expect(continueButton).toHaveCSS('border-radius', '0px');
  await expect(continueButton).toHaveCSS('padding-inline-start', '32px');
  await expect(continueButton).not.toHaveCSS('background-color', 'rgb(45, 79, 208)');
  const back = page.getByRole('button', { name: 'Back' });
  await expect(back).toHaveCSS('border-top-width', '1px');
  await expect(back).toHaveCSS('border-radius', '8px');
});
