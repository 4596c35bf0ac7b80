import type { Person } from '../../test/support/manyPeople.js';
import type { Watch } from './samples.js';

/**
 * Every route, whoever answers it. Watched is what the server does, from the request to the bytes of
 * its answer; making the one and understanding the other is the browser's.
 */
export interface BenchClient {
  listIntegrations(person: Person, watch?: Watch): Promise<void>;
  getIntegration(person: Person, watch?: Watch): Promise<void>;
  listConnections(person: Person, watch?: Watch): Promise<void>;
  listActivations(person: Person, watch?: Watch): Promise<void>;
  activate(person: Person, watch?: Watch): Promise<string>;
  updateVariables(person: Person, activationId: string, watch?: Watch): Promise<void>;
  deactivate(person: Person, activationId: string, watch?: Watch): Promise<void>;
}
