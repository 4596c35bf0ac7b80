import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import {
  OnboardingProvider,
  useConnections,
  useFlowState,
  useOnboardingFlow,
  useVariablesForm,
  type OnboardingFlowResult,
} from '../../src/headless.js';
import { listHeld } from '../support/shopifyActivation.js';
import { createPage } from '../support/renderWidget.js';

const environmentId = exampleIds.environments.shopifyOrders;

type ReadyFlow = Extract<OnboardingFlowResult, { status: 'ready' }>;

// A host's own onboarding, from here to the test: every flow ends with the actions alone.

function Onboarding(): ReactNode {
  const flow = useOnboardingFlow({ environmentId });
  return flow.status === 'ready' ? <CurrentStep flow={flow} /> : <p>{flow.status}</p>;
}

function CurrentStep({ flow }: { readonly flow: ReadyFlow }): ReactNode {
  const { steps, stepId, submission } = useFlowState(flow.store, (state) => state);
  const step = steps.find(({ id }) => id === stepId);
  if (submission.status === 'done') return <p>{flow.integration.name} is on</p>;
  if (step?.kind === 'template') return <Connections flow={flow} templateId={step.template.id} />;
  if (step?.kind === 'variables') return <Variables flow={flow} />;
  return (
    <button type="button" onClick={flow.actions.activate}>
      Turn on
    </button>
  );
}

function Connections(props: { readonly flow: ReadyFlow; readonly templateId: string }): ReactNode {
  const { flow, templateId } = props;
  const list = useConnections({ environmentId, connectionTemplateId: templateId });
  if (list.status !== 'ready') return <p>{list.status}</p>;
  return list.connections.map((connection) => (
    <button
      type="button"
      key={connection.id}
      onClick={() => {
        flow.actions.chooseConnection(templateId, connection);
        flow.actions.next();
      }}
    >
      {connection.name}
    </button>
  ));
}

function Variables({
  flow: { integration, store, actions },
}: {
  readonly flow: ReadyFlow;
}): ReactNode {
  const form = useVariablesForm({
    schema: integration.variablesSchema ?? true,
    initialInput: store.getState().variables?.input,
    onInputChange: actions.changeVariables,
    onSubmit(values, input) {
      actions.confirmVariables(input, values);
      actions.next();
    },
  });
  const { field } = useSyncExternalStore(form.store.subscribeForm, form.store.getForm);
  return (
    <>
      {(field.kind === 'object' ? field.fields : []).map((each) => (
        <input
          key={each.key}
          aria-label={each.name}
          onChange={({ target }) => form.store.setInput(each, { kind: 'text', text: target.value })}
        />
      ))}
      <button type="button" onClick={form.submit}>
        Continue
      </button>
    </>
  );
}

it('a host finishes a flow with its own markup, and no secret reaches the draft', async () => {
  const { backend, platform, storage } = createPage({ integration: 'shopifyOrders' });
  const drafts: string[] = [];
  const setItem = (key: string, text: string): void => {
    drafts.push(text);
    storage.setItem(key, text);
  };
  render(
    <OnboardingProvider
      backend={backend}
      userKey="user-amelia"
      draftStorage={{ ...storage, setItem }}
    >
      <Onboarding />
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
  const [activation] = listHeld(platform);
  expect(activation?.dynamicVariables).toMatchObject({ warehouseCode: 'LDN-2' });
  expect(JSON.stringify(activation?.dynamicVariables)).toContain('correct horse');
  expect(drafts.join()).toContain('LDN-2');
  expect(drafts.join()).not.toContain('correct horse');
});
