import type { IntegrationHubProps, OnboardingWidgetProps } from 'react-versori-onboarding';
import type { exampleIds, PlatformData } from 'react-versori-onboarding/emulator';
import type { FaultEntry, IntegrationKey, UserKey } from '../controlsState.js';
import type { Player } from './player.js';

/** The initial data and faults of a world's platform. */
export interface WorldSetup {
  /** Default: `example`. */
  readonly data?: 'example' | 'hostile' | 'large';
  readonly faults?: readonly FaultEntry[];
  /**
   * Changes the data set in place; runs on the host only. The page's code has it too, so no mark of a
   * secret (`canary-…`) may stand in it.
   */
  readonly prepare?: (data: PlatformData, ids: typeof exampleIds) => void;
  /** Where providers send users back to. Default: the platform's page. */
  readonly oauthCallback?: 'host' | 'platform';
  /** How long the host and the page wait for an answer; default: as long as the library does. */
  readonly patienceMs?: number;
  /** True: the host offers every environment of the data set; default: Fernway's five. */
  readonly offersAll?: boolean;
  /** How the host's backend treats reads after an activation was requested. Default: it answers. */
  readonly readsAfterActivation?: 'hang' | 'fail';
}

export const storyGroups = [
  'Reading',
  'Choosing accounts',
  'Settings',
  'Activating',
  'Current activations',
  'Hub',
  'Anything may come',
] as const;

/** One state of the components, with its own URL: `/?story=<id>`. */
export interface Story extends WorldSetup {
  /** Lower-case words with single hyphens. */
  readonly id: string;
  readonly group: (typeof storyGroups)[number];
  readonly title: string;
  /** Describes what is shown, and why. */
  readonly shows: string;
  /** `null`: signed out. Default: `amelia`. */
  readonly user?: UserKey | 'newcomer' | null;
  /** Default: `shopifyOrders`. */
  readonly integration?: IntegrationKey;
  /** Default: `widget`, the one integration by itself. */
  readonly component?: 'widget' | 'hub';
  /** Props of the hub alone. */
  readonly hub?: Pick<IntegrationHubProps, 'presentation'>;
  /** Props of the component that differ from the default. */
  readonly options?: Omit<Partial<OnboardingWidgetProps>, 'backend' | 'environmentId'>;
  /** Goes the user's way to the state by the real controls. */
  readonly play?: (player: Player) => Promise<void>;
}
