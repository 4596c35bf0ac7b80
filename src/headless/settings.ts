import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Backend } from '../backend/backend.js';
import type { Message } from '../messages/format.js';
import type { DraftKeeper } from './drafts.js';
import type { OnboardingEvent } from './onboardingEvent.js';

/** The look, as far as props decide it; the rest is CSS custom properties. */
export interface Appearance {
  /** `auto` follows the system. Default: `auto`. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Custom properties by name, such as `{ '--onb-color-accent': '#0a7' }`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Extra classes by part: the value of `data-onb-part`. */
  readonly classNames?: Readonly<Record<string, string>>;
}

/** Texts that replace those of the catalog, by key; any subset. */
export type MessageOverrides = Readonly<Record<string, Message>>;

/** What the provider holds for the hooks below it; changes only with the user or the backend. */
export interface OnboardingSettings {
  readonly backend: Backend;
  readonly queryClient: QueryClient;
  /** One for each signed-in user, or for each backend object: no two share a query or a draft. */
  readonly scope: string;
  readonly drafts: DraftKeeper;
  readonly emit: (event: OnboardingEvent) => void;
}

/** Language and look: apart, so that a host's inline `appearance` object starts nothing anew. */
export interface OnboardingLook {
  /** BCP 47. */
  readonly locale: string;
  readonly messages: MessageOverrides;
  readonly appearance: Appearance;
}

export const OnboardingLookContext: React.Context<OnboardingLook | null> =
  createContext<OnboardingLook | null>(null);

export const OnboardingContext: React.Context<OnboardingSettings | null> =
  createContext<OnboardingSettings | null>(null);

/** The settings of the nearest provider; throws where there is none, naming who asked. */
export function useOnboardingSettings(caller: string): OnboardingSettings {
  const settings = useContext(OnboardingContext);
  if (settings === null) {
    throw new Error(
      `${caller} was called outside <OnboardingProvider>, so it has no backend to ask. Wrap the component in <OnboardingProvider backend={…}>.`,
    );
  }
  return settings;
}
