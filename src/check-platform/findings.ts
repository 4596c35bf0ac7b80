import type { Definition, DefinedTemplate } from '../server/definitions.js';
import type { PlatformConnection } from '../server/platform/connectionShape.js';
import type { Caller } from '../server/platform/platformCalls.js';
import type { PlatformActivation } from '../server/platform/shapes.js';
import type { Exchange } from './exchange.js';
import type { SchemaFindings } from './inspectSchema.js';

/** One step with its own deadline; `undefined` where the platform gave no usable answer. */
export type Read = <T>(work: (caller: Caller) => Promise<T>) => Promise<T | undefined>;

export interface EnvironmentFindings {
  readonly projectId: string;
  readonly projectName: string;
  readonly id: string;
  readonly name: string | undefined;
  readonly status: string | undefined;
  /** `null`: a read that it takes failed. */
  readonly definition: Definition | null;
}

export interface ProjectFindings {
  readonly id: string;
  readonly name: string;
  /** `null`: none is declared. */
  readonly schema: SchemaFindings | null;
  readonly environments: readonly EnvironmentFindings[];
}

export interface UserFindings {
  readonly externalId: string;
  readonly isKnown: boolean;
  /** One for each system; the first page of each. */
  readonly connections: readonly {
    readonly template: DefinedTemplate;
    readonly items: readonly PlatformConnection[];
    readonly totalCount: number | undefined;
  }[];
  readonly activations: readonly {
    readonly environment: EnvironmentFindings;
    readonly items: readonly PlatformActivation[];
  }[];
}

export interface PlatformFindings {
  readonly projects: readonly ProjectFindings[];
  /** How many projects were listed and not looked at. */
  readonly projectsLeft: number;
  /** `null`: no user was named. */
  readonly user: UserFindings | null;
  /** Why a read gave nothing, each once. */
  readonly failures: readonly string[];
  readonly exchanges: readonly Exchange[];
}
