import type { FaultRule, OperationName } from 'react-versori-onboarding/emulator';

export type IntegrationKey =
  'shopifyOrders' | 'slackAlerts' | 'warehouseSync' | 'hubspotContacts' | 'xeroInvoices';

/** The names that the page signs users in with; their external ids stay on the host. */
export type UserKey = 'amelia' | 'bashir' | 'carla';

export interface OfferedIntegration {
  /** An `IntegrationKey`, or `real` on the real platform. */
  readonly key: string;
  readonly environmentId: string;
  readonly name: string;
  readonly description: string;
}

export interface DemoUser {
  readonly key: string;
  readonly name: string;
}

/** A fault as JSON can say it. */
export interface FaultEntry {
  readonly operation: FaultRule['operation'];
  readonly fault: FaultRule['fault'];
  /** `null`: until it is cleared. */
  readonly times: number | null;
}

/** The state of a world that the page shows, from `GET …/controls`. No secret and no id of a user. */
export interface ControlsState {
  readonly platform: 'emulated' | 'real';
  readonly users: readonly DemoUser[];
  readonly integrations: readonly OfferedIntegration[];
  readonly operations: readonly OperationName[];
  readonly faults: readonly FaultEntry[];
  /** How often the host's backend asked the platform for each operation. */
  readonly requests: Readonly<Record<string, number>>;
}

/** `POST …/controls`; answered with the `ControlsState` after it. */
export type ControlsCommand =
  | ({ readonly action: 'addFault' } & FaultEntry)
  | { readonly action: 'clearFaults' }
  /**
   * The host's own way to make a connection of a user's, or to repair the one with that id. `id` is
   * the page's to choose.
   */
  | {
      readonly action: 'connect';
      readonly id: string;
      readonly user: string;
      readonly connectionTemplateId: string;
    }
  /** Begins anew with the world's first data, faults and empty caches. */
  | { readonly action: 'reset' };

/** Names the signed-in user of a request to the demo's backend: what a session cookie is elsewhere. */
export const USER_HEADER = 'x-demo-user';

/** Where the host API of a world is mounted. */
export function toOnboardingPath(world: string): string {
  return `/demo-api/worlds/${world}/onboarding`;
}

/** The path of a world's emulated platform: its API, its pages, and those of the pretended provider. */
export function toPlatformPath(world: string): string {
  return `/demo-api/worlds/${world}/platform`;
}

/** The path of a world’s demo controls. */
export function toControlsPath(world: string): string {
  return `/demo-api/worlds/${world}/controls`;
}
