'use client';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Backend } from '../backend/backend.js';
import { getHttpBackend } from '../backend/getHttpBackend.js';
import { markMounted } from '../backend/packageCopies.js';
import type { DraftStorage } from '../flow/draft.js';
import { createDraftKeeper, createMemoryStorage, getSessionStorage } from './drafts.js';
import { notify, type OnboardingCallbacks } from './onboardingEvent.js';
import {
  OnboardingContext,
  OnboardingLookContext,
  type Appearance,
  type MessageOverrides,
  type OnboardingSettings,
} from './settings.js';
import { getUnsettledWrites } from './unsettledWrites.js';
import { useOwnClient } from './useOwnClient.js';

export interface OnboardingProviderProps extends OnboardingCallbacks {
  /** Where everything comes from. Either this or `baseUrl`. */
  readonly backend?: Backend;
  /**
   * Where the host mounts its handler, such as `/api/onboarding`: in place of
   * `backend={createHttpBackend({ baseUrl })}`. A server component can pass it.
   */
  readonly baseUrl?: string;
  /** BCP 47; default `en`. Decides direction, plurals, dates and numbers. */
  readonly locale?: string;
  /** A whole catalog (`react-versori-onboarding/locales/ar`) or single texts by key. */
  readonly messages?: MessageOverrides;
  readonly appearance?: Appearance;
  /**
   * Opaque, one for each signed-in user: drafts then survive a reload, and all providers of the
   * page share their queries. A change to another user removes the drafts of the former. Without it
   * drafts and queries belong to this `backend` object.
   */
  readonly userKey?: string;
  /** Default: with a `userKey` the page's session storage, else memory. */
  readonly draftStorage?: DraftStorage;
  /** Default: one of the provider's own. */
  readonly queryClient?: QueryClient;
  readonly children?: ReactNode;
}

const NO_MESSAGES: MessageOverrides = {};
const NO_APPEARANCE: Appearance = {};

/**
 * Provides the backend and shared settings to the hooks and parts below. Throws
 * without a `backend` and a `baseUrl`.
 */
export function OnboardingProvider(props: OnboardingProviderProps): ReactNode {
  const { userKey, draftStorage, queryClient, children } = props;
  const { locale = 'en', messages = NO_MESSAGES, appearance = NO_APPEARANCE } = props;
  useEffect(markMounted, []);
  const backend = toBackend(props);
  const ownClient = useOwnClient();
  const callbacks = useRef<OnboardingCallbacks>(props);
  useEffect(() => {
    callbacks.current = props;
  });

  const scope = userKey === undefined ? toBackendScope(backend) : `user:${userKey}`;
  const { drafts, unsettledWrites } = useMemo(() => {
    const storage =
      draftStorage ?? (userKey === undefined ? getBackendStorage(backend) : getSessionStorage());
    return {
      drafts: createDraftKeeper(storage, scope),
      unsettledWrites: getUnsettledWrites(storage, scope),
    };
  }, [backend, draftStorage, scope, userKey]);

  // Another user at this browser must not find what the last one typed.
  useEffect(() => {
    if (userKey !== undefined) drafts.claim();
  }, [drafts, userKey]);

  const settings = useMemo<OnboardingSettings>(
    () => ({
      backend,
      queryClient: queryClient ?? ownClient,
      scope,
      drafts,
      unsettledWrites,
      emit: (event) => notify(callbacks.current, event),
    }),
    [backend, drafts, ownClient, queryClient, scope, unsettledWrites],
  );
  const look = useMemo(() => ({ locale, messages, appearance }), [locale, messages, appearance]);
  return (
    <OnboardingContext.Provider value={settings}>
      <OnboardingLookContext.Provider value={look}>{children}</OnboardingLookContext.Provider>
    </OnboardingContext.Provider>
  );
}

function toBackend({ backend, baseUrl }: OnboardingProviderProps): Backend {
  if (isBackend(backend)) return backend;
  if (backend === undefined && baseUrl !== undefined) return getHttpBackend(baseUrl);
  throw new Error(
    'OnboardingProvider: backend is missing, so there is nothing to show. Pass baseUrl="/api/onboarding", the path where your server mounts createOnboardingHandler, or a backend made once outside of the component.',
  );
}

function isBackend(value: unknown): value is Backend {
  return typeof value === 'object' && value !== null && 'getIntegration' in value;
}

interface BackendMemory {
  readonly scope: string;
  readonly storage: DraftStorage;
}

/** Scopes and drafts of backends without a `userKey`; collected with the backend. */
const memories = new WeakMap<Backend, BackendMemory>();
let memoryCount = 0;

function getMemory(backend: Backend): BackendMemory {
  const known = memories.get(backend);
  if (known) return known;
  const memory = { scope: `backend:${++memoryCount}`, storage: createMemoryStorage() };
  memories.set(backend, memory);
  return memory;
}

function toBackendScope(backend: Backend): string {
  return getMemory(backend).scope;
}

function getBackendStorage(backend: Backend): DraftStorage {
  return getMemory(backend).storage;
}
