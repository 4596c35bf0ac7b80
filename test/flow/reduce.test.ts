import { describe, expect, it } from 'vitest';
import type { Activation } from '../../src/domain/activation.js';
import type { Connection } from '../../src/domain/connection.js';
import type { Integration } from '../../src/domain/integration.js';
import type { FlowEvent } from '../../src/flow/events.js';
import { canActivate, reduce } from '../../src/flow/reduce.js';
import { createFlowState, type FlowState } from '../../src/flow/state.js';
import { toObjectInput, toTextInput } from '../../src/variables/variableInput.js';

const shop: Connection = { id: 'c-shop', name: 'Shop', authTypes: [], health: { status: 'ok' } };
const books: Connection = { ...shop, id: 'c-books', name: 'Books' };
const integration: Integration = {
  environmentId: 'env',
  name: 'Orders',
  status: 'available',
  activationCount: 0,
  needsAttention: false,
  connectionTemplates: [
    { id: 't-shop', name: 'Shopify', authTypes: [], managed: false, connect: null },
    { id: 't-host', name: 'Carrier', authTypes: [], managed: true, connect: null },
    { id: 't-books', name: 'NetSuite', authTypes: [], managed: false, connect: null },
  ],
  variablesSchema: { type: 'object', properties: { code: { type: 'string' } } },
};
const activation: Activation = {
  id: 'a-1',
  environmentId: 'env',
  environmentStatus: 'running',
  connections: [],
  dynamicVariables: {},
  secretsSet: [],
  revision: 'r',
  webhooks: [],
};
const attempt = { idempotencyKey: 'k-1', knownActivationIds: [] };

const chosen = (connectionTemplateId: string, connection: Connection): FlowEvent => ({
  type: 'connectionChosen',
  connectionTemplateId,
  connection,
});
const confirmed: FlowEvent = {
  type: 'variablesConfirmed',
  input: toObjectInput({ code: toTextInput('LDN') }),
  values: { code: 'LDN' },
};
const next: FlowEvent = { type: 'stepCompleted' };

function play(events: readonly FlowEvent[], from = createFlowState(integration)): FlowState {
  return events.reduce(reduce, from);
}

const readyToActivate = [
  chosen('t-shop', shop),
  next,
  chosen('t-books', books),
  next,
  confirmed,
  next,
];

describe('the steps of the flow', () => {
  it('are one for each template that is not managed, in order, then variables, then review', () => {
    expect(createFlowState(integration).steps.map(({ id }) => id)).toEqual([
      'template:t-shop',
      'template:t-books',
      'variables',
      'review',
    ]);
  });

  it('do not go on from a step without its answer', () => {
    expect(play([next]).stepId).toBe('template:t-shop');
  });

  it('keep every answer on the way back', () => {
    const state = play([...readyToActivate, { type: 'wentBack' }, { type: 'wentBack' }]);
    expect(state.stepId).toBe('template:t-books');
    expect(state.choices.get('t-shop')).toBe(shop);
    expect(state.variables?.values).toEqual({ code: 'LDN' });
  });

  it('open only where everything before them has its answer', () => {
    const state = play([chosen('t-shop', shop), { type: 'stepOpened', stepId: 'review' }]);
    expect(state.stepId).toBe('template:t-shop');
    const later = play([{ type: 'stepOpened', stepId: 'template:t-shop' }], play(readyToActivate));
    expect(later.stepId).toBe('template:t-shop');
  });

  it('need variables confirmed anew once something is typed again', () => {
    const input = toObjectInput({ code: toTextInput('') });
    const typed: FlowEvent = { type: 'variablesChanged', input };
    expect(canActivate(play(readyToActivate))).toBe(true);
    expect(canActivate(play([...readyToActivate, typed]))).toBe(false);
  });
});

describe('an intent to activate', () => {
  const submitting = play([...readyToActivate, { type: 'activationRequested', attempt }]);

  it('begins once, however often it is asked for', () => {
    const second = { idempotencyKey: 'k-2', knownActivationIds: [] };
    expect(reduce(submitting, { type: 'activationRequested', attempt: second })).toBe(submitting);
  });

  it('does not begin before every step has its answer', () => {
    const state = play([{ type: 'activationRequested', attempt }]);
    expect(state.submission.status).toBe('editing');
  });

  it('holds its input still while it is under way', () => {
    expect(reduce(submitting, chosen('t-shop', books))).toBe(submitting);
    expect(reduce(submitting, { type: 'wentBack' })).toBe(submitting);
  });

  it('ends in done', () => {
    const state = reduce(submitting, { type: 'activationSucceeded', activation });
    expect(state.submission).toEqual({ status: 'done', activation });
  });

  it.each([
    ['/connections/0/existingConnectionId', 'template:t-shop'],
    ['/connections/1/existingConnectionId', 'template:t-books'],
    ['/dynamicVariables/code', 'variables'],
    ['/elsewhere', 'review'],
    ['not a pointer', 'review'],
  ])('that is refused for %s leads to %s', (path, stepId) => {
    const refusal = {
      code: 'invalid',
      message: 'No.',
      fields: [{ path, message: 'No.' }],
    } as const;
    const state = reduce(submitting, { type: 'activationRefused', refusal, keepsKey: false });
    expect(state.stepId).toBe(stepId);
    expect(state.submission).toEqual({ status: 'refused', refusal, attempt: null });
    expect(state.variables?.values).toEqual({ code: 'LDN' });
  });

  it('forgets a refusal of a step once that step has another answer', () => {
    const fields = [{ path: '/connections/0/existingConnectionId', message: 'Gone.' }];
    const refusal = { code: 'invalid', message: '', fields } as const;
    const refused = reduce(submitting, { type: 'activationRefused', refusal, keepsKey: false });
    expect(reduce(refused, chosen('t-books', shop)).submission.status).toBe('refused');
    expect(reduce(refused, chosen('t-shop', books)).submission.status).toBe('editing');
  });

  it('has a new key once an account that was refused is another', () => {
    const fields = [
      { path: '/connections/0/existingConnectionId', message: 'Gone.' },
      { path: '/connections/1/existingConnectionId', message: 'Gone.' },
    ];
    const refusal = { code: 'unavailable', message: '', fields } as const;
    const refused = reduce(submitting, { type: 'activationRefused', refusal, keepsKey: true });
    expect(reduce(refused, chosen('t-shop', books)).submission).toMatchObject({
      status: 'refused',
      attempt: null,
    });
  });

  it('cannot begin again while a lost answer is looked for, or after it is done', () => {
    const lost = reduce(submitting, { type: 'outcomeLost', isRepeatable: true });
    expect(canActivate(lost)).toBe(false);
    expect(canActivate(reduce(submitting, { type: 'activationSucceeded', activation }))).toBe(
      false,
    );
  });

  it('moves the focus with each of its screens', () => {
    const lost = reduce(submitting, { type: 'outcomeLost', isRepeatable: true });
    const done = reduce(lost, { type: 'outcomeChecked', found: activation, couldLook: true });
    expect([submitting, lost, done].map(({ moves }) => moves - submitting.moves)).toEqual([
      0, 1, 2,
    ]);
  });

  it('begins with nothing chosen or typed after it was started over', () => {
    const done = reduce(submitting, { type: 'activationSucceeded', activation });
    expect(reduce(done, { type: 'restarted' })).toMatchObject({
      stepId: 'template:t-shop',
      choices: new Map(),
      variables: null,
      submission: { status: 'editing' },
    });
  });

  it('keeps its key after a passing refusal, so that trying again is the same intent', () => {
    const refusal = { code: 'rateLimited', message: '', fields: [] } as const;
    const refused = reduce(submitting, { type: 'activationRefused', refusal, keepsKey: true });
    expect(refused.submission).toMatchObject({ status: 'refused', attempt });
  });

  it('whose answer is lost is checked, and found or not', () => {
    const lost = reduce(submitting, { type: 'outcomeLost', isRepeatable: true });
    expect(lost.submission).toEqual({ status: 'checking', attempt, isRepeatable: true });
    const found = reduce(lost, { type: 'outcomeChecked', found: activation, couldLook: true });
    expect(found.submission.status).toBe('done');
    const not = reduce(lost, { type: 'outcomeChecked', found: null, couldLook: true });
    expect(not.submission).toMatchObject({ status: 'unknown', couldLook: true, attempt });
    expect(canActivate(not)).toBe(true);
    expect(reduce(not, { type: 'checkRequested' }).submission.status).toBe('checking');
    const back = reduce(not, { type: 'outcomeDismissed' });
    expect(back.submission.status).toBe('editing');
    expect(back.choices.size).toBe(2);
  });
});

it('an event that does not fit changes nothing, in any state', () => {
  const states = [createFlowState(integration), play(readyToActivate)];
  const strays: FlowEvent[] = [
    { type: 'checkRequested' },
    { type: 'outcomeDismissed' },
    { type: 'outcomeLost', isRepeatable: true },
    { type: 'outcomeChecked', found: activation, couldLook: true },
    { type: 'activationsRead', ids: ['x'] },
    { type: 'stepOpened', stepId: 'template:made-up' },
  ];
  for (const state of states) {
    for (const event of strays) expect(reduce(state, event)).toBe(state);
  }
});
