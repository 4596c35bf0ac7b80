import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Backend } from '../backend/backend.js';
import { explainCopies } from '../backend/packageCopies.js';
import type { MessageKey } from '../messages/catalog.js';
import type { Message } from '../messages/format.js';
import type { PartName } from '../styles/partNames.js';
import type { ThemeVariable } from '../styles/themeVariables.js';
import type { DraftKeeper } from './drafts.js';
import type { OnboardingEvent } from './onboardingEvent.js';
import type { UnsettledWrites } from './unsettledWrites.js';

/** The part of the look that props decide; the rest is CSS custom properties. */
export interface Appearance {
  /** `auto` follows the inherited `color-scheme`, not the system. Default: `auto`. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Custom properties by name, such as `{ '--onb-color-accent': '#0a7' }`. */
  readonly variables?: Readonly<Partial<Record<ThemeVariable, string>>>;
  /** Extra classes by part: the value of `data-onb-part`. */
  readonly classNames?: Readonly<Partial<Record<PartName, string>>>;
}

/** Texts that replace those of the catalog, by key. */
export type MessageOverrides = Readonly<Partial<Record<MessageKey, Message>>>;

/** What the provider gives to the hooks; changes only with the user or the backend. */
export interface OnboardingSettings {
  readonly backend: Backend;
  readonly queryClient: QueryClient;
  /**
   * Prefix of queries and drafts: the signed-in user, or the backend object without a `userKey`.
   */
  readonly scope: string;
  readonly drafts: DraftKeeper;
  readonly unsettledWrites: UnsettledWrites;
  readonly emit: (event: OnboardingEvent) => void;
}

/**
 * Language and look. A context of its own: a host's inline `appearance` must not restart any query.
 */
export interface OnboardingLook {
  /** BCP 47. */
  readonly locale: string;
  readonly messages: MessageOverrides;
  readonly appearance: Appearance;
}

/** Language and look of the nearest provider; `null` outside of one. */
export const OnboardingLookContext: React.Context<OnboardingLook | null> =
  createContext<OnboardingLook | null>(null);

/** The settings of the nearest provider; hooks read it through `useOnboardingSettings`. */
export const OnboardingContext: React.Context<OnboardingSettings | null> =
  createContext<OnboardingSettings | null>(null);

/** The settings of the nearest provider. Throws outside of one, naming the caller. */
export function useOnboardingSettings(caller: string): OnboardingSettings {
  const settings = useContext(OnboardingContext);
  if (settings === null) {
    throw new Error(
      `${caller} was called outside <OnboardingProvider>, so it has no backend to ask. Wrap the component in <OnboardingProvider baseUrl="…">.${explainCopies()}`,
    );
  }
  return settings;
}

/**
 * Whether the component is below an `<OnboardingProvider>`, for components that can bring their
 * own.
 */
export function useHasProvider(): boolean {
  return useContext(OnboardingContext) !== null;
}

/**
 * The `userKey` of the provider above; `undefined` where it has none. As the `key` of what a user opens
 * and types, it keeps that from the next user of the page.
 */
export function useUserKey(): string | undefined {
  const scope = useContext(OnboardingContext)?.scope;
  return scope?.startsWith('user:') ? scope.slice('user:'.length) : undefined;
}

/** The backend of the nearest provider, such as to ask which optional methods it has. */
export function useBackend(): Backend {
  return useOnboardingSettings('useBackend()').backend;
}
