import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Integration } from '../../src/domain/integration.js';
import { parseDraft, toDraft } from '../../src/flow/draft.js';
import { reduce } from '../../src/flow/reduce.js';
import { createFlowState } from '../../src/flow/state.js';
import { toObjectInput, toTextInput } from '../../src/variables/variableInput.js';

const shop = {
  id: 'c',
  name: 'Shop',
  baseUrl: 'https://shop.example',
  authTypes: ['oauth2'],
  createdAt: '2026-03-03T00:00:00Z',
  health: { status: 'expiring', expiresAt: '2026-12-01T00:00:00Z' },
} as const;
const integration: Integration = {
  environmentId: 'env',
  name: 'Orders',
  status: 'available',
  activationCount: null,
  needsAttention: null,
  connectionTemplates: [{ id: 't', name: 'Shopify', authTypes: [], managed: false, connect: null }],
  variablesSchema: { properties: { token: { type: 'string', writeOnly: true } } },
};

const chosen = reduce(createFlowState(integration), {
  type: 'connectionChosen',
  connectionTemplateId: 't',
  connection: shop,
});
const opened = reduce(chosen, { type: 'stepCompleted' });
const filled = reduce(
  reduce(opened, {
    type: 'variablesConfirmed',
    input: toObjectInput({
      token: { kind: 'secret', input: toTextInput('hunter2') },
      region: toTextInput('eu'),
    }),
    values: { token: 'hunter2', region: 'eu' },
  }),
  { type: 'stepCompleted' },
);

describe('a draft', () => {
  it('brings back the step, the choices and what was typed', () => {
    const state = createFlowState(integration, parseDraft(toDraft(opened)));
    expect(state.stepId).toBe('variables');
    expect(state.choices.get('t')).toEqual(shop);
  });

  it('never holds a secret, and leads back to the step where it has to be typed again', () => {
    const text = toDraft(filled) ?? '';
    expect(filled.stepId).toBe('review');
    expect(text).not.toContain('hunter2');
    const state = createFlowState(integration, parseDraft(text));
    expect(state.stepId).toBe('variables');
    expect(state.variables).toMatchObject({
      input: toObjectInput({ region: toTextInput('eu') }),
      values: null,
    });
  });

  it('of a press whose answer the reload lost begins with a check, never with a repeat', () => {
    const attempt = { idempotencyKey: 'k', knownActivationIds: ['a-0'] };
    const submitting = reduce(filled, { type: 'activationRequested', attempt });
    const state = createFlowState(integration, parseDraft(toDraft(submitting)));
    expect(state.submission).toEqual({ status: 'checking', attempt, isRepeatable: false });
  });

  it('of a check that the reload broke off begins with a check again', () => {
    const attempt = { idempotencyKey: 'k', knownActivationIds: [] };
    const submitting = reduce(filled, { type: 'activationRequested', attempt });
    const checking = reduce(submitting, { type: 'outcomeLost', isRepeatable: true });
    expect(parseDraft(toDraft(checking)).submission).toMatchObject({ status: 'checking', attempt });
  });

  it('of a press that did not know all activations before does not know them after either', () => {
    const attempt = { idempotencyKey: 'k', knownActivationIds: null };
    const submitting = reduce(filled, { type: 'activationRequested', attempt });
    expect(parseDraft(toDraft(submitting)).submission).toMatchObject({ attempt });
  });

  it('is gone once the integration is active', () => {
    const attempt = { idempotencyKey: 'k', knownActivationIds: [] };
    const submitting = reduce(filled, { type: 'activationRequested', attempt });
    const activation = {
      id: 'a',
      environmentId: 'env',
      environmentStatus: 'running',
      connections: [],
      dynamicVariables: {},
      secretsSet: [],
      revision: 'r',
      webhooks: [],
    } as const;
    expect(toDraft(reduce(submitting, { type: 'activationSucceeded', activation }))).toBeNull();
  });

  it('of another version is not read', () => {
    const text = toDraft(filled)?.replace('"version":1', '"version":0') ?? '';
    expect(parseDraft(text)).toEqual({});
  });

  it('is not kept before anything was chosen', () => {
    expect(toDraft(createFlowState(integration))).toBeNull();
  });

  it('whose template has gone meanwhile loses that choice alone', () => {
    const other = { ...integration, connectionTemplates: [] };
    expect(createFlowState(other, parseDraft(toDraft(filled))).choices.size).toBe(0);
  });

  it('of any content never throws and always gives a state with an open step', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.jsonValue(), (text, value) => {
        const wrapped = JSON.stringify({
          ...{ version: 1, stepId: value, choices: [[value, value], value], variables: value },
          attempt: value,
        });
        for (const draft of [text, wrapped]) {
          const state = createFlowState(integration, parseDraft(draft));
          expect(state.steps.some(({ id }) => id === state.stepId)).toBe(true);
        }
      }),
    );
  });
});
