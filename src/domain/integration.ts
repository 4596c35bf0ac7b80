import type { JsonSchema } from './json.js';
import type { ConnectionTemplate } from './template.js';

/**
 * `available`: the environment runs. `error`: the environment failed, or the host's configuration of
 * it cannot work. `unavailable`: anything else (suspended, draft, a status unknown to this version).
 */
export type IntegrationStatus = 'available' | 'unavailable' | 'error';

/** An integration as the hub shows it: one environment of one project of the platform. */
export interface IntegrationSummary {
  readonly environmentId: string;
  readonly name: string;
  readonly description?: string;
  readonly iconUrl?: string;
  readonly status: IntegrationStatus;
  /** How many activations the signed-in user holds; `null`: not known now. */
  readonly activationCount: number | null;
  /** Whether one of them needs the user to act; `null`: not known now. */
  readonly needsAttention: boolean | null;
}

/** An integration with everything that the flow asks the user for. */
export interface Integration extends IntegrationSummary {
  /** In the platform's order. An activation needs one connection for each of them. */
  readonly connectionTemplates: readonly ConnectionTemplate[];
  /** JSON Schema of the dynamic variables; `null`: the integration declares none. */
  readonly variablesSchema: JsonSchema | null;
}
