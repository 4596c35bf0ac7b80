import { mkdirSync, writeFileSync } from 'node:fs';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { OnboardingProvider } from '../../src/headless.js';
import { createInPageBackend } from '../../src/testing.js';
import { readBlocks } from './readBlocks.js';

const folder = 'test-results/docs/running';
mkdirSync(folder, { recursive: true });
// In these files too, the package's name means its sources.
const tsconfig = { extends: '../../../tsconfig.json', include: ['.'] };
writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(tsconfig));

async function load(page: string): Promise<Record<string, unknown>> {
  const block = readBlocks(page).find(({ runs }) => runs);
  if (block === undefined) throw new Error(`docs/${page} has no block that runs.`);
  const path = `${process.cwd()}/${folder}/${page.replace('.md', '')}.tsx`;
  writeFileSync(path, block.code);
  const loaded: unknown = await import(path);
  return loaded as Record<string, unknown>;
}

describe('docs/testing.md', async () => {
  // It is a test by itself.
  await load('testing.md');
});

describe('docs/headless.md', () => {
  it('finishes a flow with markup of its own', async () => {
    const Onboarding = (await load('headless.md'))['Onboarding'] as ComponentType<{
      environmentId: string;
    }>;
    const backend = createInPageBackend();
    render(
      <OnboardingProvider backend={backend}>
        <Onboarding environmentId={exampleIds.environments.shopifyOrders} />
      </OnboardingProvider>,
    );
    const user = userEvent.setup();
    const press = async (name: string): Promise<void> => {
      const [first] = await screen.findAllByRole('button', { name });
      await user.click(first ?? document.body);
    };
    await press('Chen & Co – EU store');
    await press('Chen & Co – NetSuite');
    await user.type(await screen.findByLabelText('warehouseCode'), 'LDN-2');
    await user.type(screen.getByLabelText('webhookSecret'), 'correct horse');
    await press('Continue');
    await press('Turn on');
    await screen.findByText('Shopify orders is on');
    const { activations } = backend.emulator.data;
    expect(activations.map(({ dynamicVariables }) => dynamicVariables)).toContainEqual(
      expect.objectContaining({ warehouseCode: 'LDN-2' }),
    );
  });
});
