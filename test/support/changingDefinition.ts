import { act, screen } from '@testing-library/react';
import { QueryClient } from '@tanstack/react-query';
import { isJsonObject, type JsonObject } from '../../src/domain/json.js';
import { press } from './editing.js';
import {
  createPage,
  renderWidget,
  type RenderedWidget,
  type RenderOptions,
} from './renderWidget.js';

interface ChangingWidget extends RenderedWidget {
  /** The integration asks for one more setting from now on, and the page has read it again. */
  readonly addSetting: (name: string, schema: JsonObject) => Promise<void>;
}

/** The widget of an integration whose schema changes while the user is at it. */
export function renderChanging(user: NonNullable<RenderOptions['user']>): ChangingWidget {
  const queryClient = new QueryClient();
  const { backend } = createPage({ user });
  let added: JsonObject = {};
  const changing = {
    ...backend,
    async getIntegration(...input: Parameters<typeof backend.getIntegration>) {
      const integration = await backend.getIntegration(...input);
      const schema = integration.variablesSchema;
      if (!isJsonObject(schema)) return integration;
      const properties = Object.assign({}, schema['properties'], added);
      return { ...integration, variablesSchema: { ...schema, properties } };
    },
  };
  const widget = renderWidget({ user, props: { queryClient, backend: changing } });
  return {
    ...widget,
    async addSetting(name, schema) {
      added = { ...added, [name]: schema };
      await act(async () => queryClient.refetchQueries());
    },
  };
}

/** Chooses Amelia's accounts for Shopify orders, and fills in its settings. */
export async function fillIn(widget: RenderedWidget): Promise<void> {
  for (const account of ['Chen & Co – EU store', 'Chen & Co – NetSuite']) {
    const [row] = await screen.findAllByRole('radio', { name: account });
    await widget.user.click(row ?? document.body);
    await press(widget, 'Continue');
  }
  await widget.user.type(await screen.findByLabelText(/Warehouse code/), 'LDN-2');
  await widget.user.type(screen.getByLabelText(/^webhook secret/i), 'correct horse');
}
