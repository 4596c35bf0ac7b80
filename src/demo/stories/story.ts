import type { IntegrationHubProps, OnboardingWidgetProps } from 'react-versori-onboarding';
import type { exampleIds, PlatformData } from 'react-versori-onboarding/emulator';
import type { FaultEntry, IntegrationKey, UserKey } from '../controlsState.js';
import type { Player } from './player.js';

/** What the platform of a world holds and does at first. */
export interface WorldSetup {
  /** Default: `example`. */
  readonly data?: 'example' | 'hostile' | 'large';
  readonly faults?: readonly FaultEntry[];
  /**
   * Changes the data set in place; runs on the host only. The page's code has it too, so no mark of a
   * secret (`canary-…`) may stand in it.
   */
  readonly prepare?: (data: PlatformData, ids: typeof exampleIds) => void;
  /** How long the host and the page wait for an answer; default: as long as the library does. */
  readonly patienceMs?: number;
  /** True: the host offers every environment of the data set; default: Fernway's five. */
  readonly offersAll?: boolean;
  /** What the host's backend does with reads once an activation was asked for. Default: it answers. */
  readonly readsAfterActivation?: 'hang' | 'fail';
}

export const storyGroups = [
  'Reading',
  'Choosing accounts',
  'Variables',
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
  /** What is to be seen, and why it looks like that. */
  readonly shows: string;
  /** `null`: nobody is signed in. Default: `amelia`. */
  readonly user?: UserKey | 'newcomer' | null;
  /** Default: `shopifyOrders`. */
  readonly integration?: IntegrationKey;
  /** Default: `widget`, the one integration by itself. */
  readonly component?: 'widget' | 'hub';
  /** What the host decides about the hub alone. */
  readonly hub?: Pick<IntegrationHubProps, 'presentation'>;
  /** What the host of the component decides beside the usual. */
  readonly options?: Omit<Partial<OnboardingWidgetProps>, 'backend' | 'environmentId'>;
  /** Goes the user's way to the state by the real controls. */
  readonly play?: (player: Player) => Promise<void>;
}
