import { exampleIds } from '../../src/emulator.js';
import type { Person } from '../../test/support/manyPeople.js';
import type { BenchClient } from './benchClient.js';
import {
  createPlatformCall,
  ignore,
  projectPath,
  readId,
  templatesPath,
  toActivationBody,
  toActivationPath,
  toActivationsPath,
  toConnectionsPath,
  toVariablesPath,
  variables,
} from './platformCalls.js';
import { unwatched } from './samples.js';
import type { BenchPlatform } from './startPlatform.js';

const { systems } = exampleIds;

/**
 * What a script without any of the handler's care does: the calls of the platform that an answer is
 * made of, no checks, nothing kept from one request to the next.
 */
export function createScript(platform: BenchPlatform): BenchClient {
  const call = createPlatformCall(platform);
  const listConnections = (person: Person, systemId: string, first: number): Promise<unknown> =>
    call(toConnectionsPath(person, systemId, first));
  const listActivations = (person: Person): Promise<unknown> => call(toActivationsPath(person));
  const readIntegration = (person: Person): Promise<unknown> =>
    Promise.all([call(projectPath), call(templatesPath), listActivations(person)]);

  return {
    listIntegrations: (person, watch = unwatched) => ignore(watch(() => readIntegration(person))),
    getIntegration: (person, watch = unwatched) => ignore(watch(() => readIntegration(person))),
    listConnections: (person, watch = unwatched) =>
      ignore(watch(() => listConnections(person, systems.shopify, 20))),
    listActivations: (person, watch = unwatched) => ignore(watch(() => listActivations(person))),
    activate: (person, watch = unwatched) =>
      watch(async () => {
        await Promise.all([
          listConnections(person, systems.shopify, 100),
          listConnections(person, systems.netsuite, 100),
        ]);
        await listActivations(person);
        return readId(await call('/activations', 'POST', toActivationBody(person)));
      }),
    updateVariables: (person, id, watch = unwatched) =>
      watch(async () => {
        await listActivations(person);
        await call(toVariablesPath(id), 'PATCH', variables);
        await listActivations(person);
      }),
    deactivate: (person, id, watch = unwatched) =>
      watch(async () => {
        await listActivations(person);
        await call(toActivationPath(id), 'DELETE');
      }),
  };
}
