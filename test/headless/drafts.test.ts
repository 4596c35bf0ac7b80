import { describe, expect, it, vi } from 'vitest';
import { createDraftKeeper, createMemoryStorage } from '../../src/headless/drafts.js';
import { reduce } from '../../src/flow/reduce.js';
import { createFlowState } from '../../src/flow/state.js';

const connection = { id: 'c', name: 'C', authTypes: [], health: { status: 'ok' } } as const;

function chosenIn(environmentId: string) {
  const state = createFlowState({
    environmentId,
    name: 'Orders',
    status: 'available',
    activationCount: null,
    needsAttention: null,
    connectionTemplates: [{ id: 't', name: 'T', authTypes: [], managed: false, connect: null }],
    variablesSchema: null,
  });
  return reduce(state, { type: 'connectionChosen', connectionTemplateId: 't', connection });
}

describe('drafts', () => {
  it('are written soon, or at once when the page goes', () => {
    vi.useFakeTimers();
    const storage = createMemoryStorage();
    const keeper = createDraftKeeper(storage, 'user:a');
    keeper.save(chosenIn('e-1'), false);
    keeper.save(chosenIn('e-2'), false);
    expect(storage.getItem('react-versori-onboarding:drafts:user:a')).toBeNull();
    vi.advanceTimersByTime(250);
    expect(createDraftKeeper(storage, 'user:a').has('e-1')).toBe(true);
    keeper.save(chosenIn('e-3'), false);
    keeper.flush();
    expect(createDraftKeeper(storage, 'user:a').has('e-3')).toBe(true);
    vi.useRealTimers();
  });

  it('belong to one user, and go together', () => {
    const storage = createMemoryStorage();
    const [a, b] = [createDraftKeeper(storage, 'user:a'), createDraftKeeper(storage, 'user:b')];
    a.save(chosenIn('e'), true);
    b.save(chosenIn('e'), true);
    createDraftKeeper(storage, 'user:a').clear();
    expect(a.has('e')).toBe(false);
    expect(b.read('e').choices?.get('t')).toEqual(connection);
  });

  it('of another user are removed once the storage is claimed, and cannot be written any more', () => {
    const storage = createMemoryStorage();
    const [a, b] = [createDraftKeeper(storage, 'user:a'), createDraftKeeper(storage, 'user:b')];
    a.claim();
    a.save(chosenIn('e'), true);
    b.claim();
    expect(a.has('e')).toBe(false);
    a.save(chosenIn('e'), true);
    expect(a.has('e')).toBe(false);
    b.save(chosenIn('e'), true);
    expect(b.has('e')).toBe(true);
  });

  it('stay where the same user claims the storage again, as after a reload', () => {
    const storage = createMemoryStorage();
    const keeper = createDraftKeeper(storage, 'user:a');
    keeper.claim();
    keeper.save(chosenIn('e'), true);
    createDraftKeeper(storage, 'user:a').claim();
    expect(keeper.has('e')).toBe(true);
  });

  it.each(['null', '[]', '{"e":7}', '{', ''])('that were spoilt to %j are none', (text) => {
    const storage = createMemoryStorage();
    storage.setItem('react-versori-onboarding:drafts:u', text);
    expect(createDraftKeeper(storage, 'u').read('e').choices?.size ?? 0).toBe(0);
  });

  it('cost the flow nothing where the storage refuses', () => {
    const refuse = (): never => {
      throw new Error('QuotaExceededError');
    };
    const keeper = createDraftKeeper({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'u');
    expect(() => keeper.save(chosenIn('e'), true)).not.toThrow();
    expect(keeper.has('e')).toBe(false);
  });
});
