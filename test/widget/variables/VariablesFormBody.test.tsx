// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { createEmulator, exampleData, exampleIds } from '../../../src/emulator.js';
import type { ReportedError } from '../../../src/headless/onboardingEvent.js';
import type { OnboardingWidgetProps } from '../../../src/widget/OnboardingWidget.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';
import { renderWidget } from '../../support/renderWidget.js';

afterEach(cleanup);

const settings: JsonObject = {
  type: 'object',
  description: 'Read the <a href="https://example.com/guide">guide</a> first.',
  properties: { code: { type: 'string', title: 'Code' } },
};

describe('what the schema says of the whole form', () => {
  it('stands above its fields', () => {
    render(<VariablesFormBody schema={{ ...settings, title: 'Order sync' }} onSubmit={ignore} />);
    const title = screen.getByText('Order sync');
    expect(title.compareDocumentPosition(screen.getByLabelText('Code'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(screen.getByRole('link', { name: 'guide' })).toBeVisible();
  });

  it('does not repeat the heading of the step', async () => {
    await openStep({ ...settings, title: 'Shopify orders' });
    expect(await screen.findByRole('link', { name: 'guide' })).toBeVisible();
    expect(screen.queryByText('Shopify orders')).not.toBeInTheDocument();
  });
});

describe('a default that its own schema refuses', () => {
  const code: JsonObject = { type: 'string', title: 'Code', pattern: '^[A-Z]+$', default: 'lower' };
  const schema: JsonObject = { type: 'object', properties: { code } };
  const faults = [{ reason: 'default', at: '/properties/code', detail: 'pattern' }];

  it('is not filled in, and the host hears of it once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const onError = vi.fn<(error: ReportedError) => void>();
    for (const key of [1, 2]) {
      render(<VariablesFormBody key={key} schema={schema} onSubmit={ignore} onError={onError} />);
    }
    expect(screen.getAllByLabelText('Code').map(getValue)).toEqual(['', '']);
    expect(onError.mock.calls).toEqual([
      [expect.objectContaining({ code: 'invalidSchema', schemaFaults: faults })],
    ]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain('default at /properties/code (pattern)');
    warn.mockRestore();
  });

  it('is said in the console of no user', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const onError = vi.fn<(error: ReportedError) => void>();
    const other = { ...schema, title: 'Settings' };
    render(<VariablesFormBody schema={other} onSubmit={ignore} onError={onError} />);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(warn).not.toHaveBeenCalled();
    vi.unstubAllEnvs();
    warn.mockRestore();
  });

  it('is reported by the flow too', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const onError = vi.fn<(error: ReportedError) => void>();
    await openStep(schema, { onError });
    await screen.findByLabelText('Code');
    expect(onError.mock.calls.map(([error]) => error.schemaFaults)).toEqual([faults]);
    warn.mockRestore();
  });
});

const ignore = (): void => undefined;
const getValue = (element: HTMLElement): unknown => Reflect.get(element, 'value');

/** Shows the step of the variables of Shopify orders with a schema. */
async function openStep(
  schema: JsonObject,
  props: Partial<OnboardingWidgetProps> = {},
): Promise<void> {
  const data = exampleData();
  const project = data.projects.find(({ id }) => id === exampleIds.projects.shopifyOrders);
  if (project) project.dynamicVariablesSchema = schema;
  const { user } = renderWidget({ platform: createEmulator({ data }), props });
  for (const name of ['Chen & Co – EU store', 'Chen & Co – NetSuite']) {
    const [row] = await screen.findAllByRole('radio', { name });
    await user.click(row ?? document.body);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
  }
  await screen.findByRole('heading', { name: 'Settings for Shopify orders' });
}
