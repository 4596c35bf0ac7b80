import { exampleIds } from '../../src/emulator.js';
import type { BenchClient } from './benchClient.js';
import {
  createPlatformCall,
  ignore,
  projectPath,
  readId,
  toActivationBody,
  toActivationPath,
  toActivationsPath,
  toConnectionsPath,
  toVariablesPath,
  variables,
} from './platformCalls.js';
import { unwatched } from './samples.js';
import type { BenchPlatform } from './startPlatform.js';

/** The least that a server between a browser and the platform does: one call, passed through. */
export function createPassThrough(platform: BenchPlatform): BenchClient {
  const call = createPlatformCall(platform);
  return {
    listIntegrations: (_, watch = unwatched) => ignore(watch(() => call(projectPath))),
    getIntegration: (_, watch = unwatched) => ignore(watch(() => call(projectPath))),
    listConnections: (person, watch = unwatched) =>
      ignore(watch(() => call(toConnectionsPath(person, exampleIds.systems.shopify, 20)))),
    listActivations: (person, watch = unwatched) =>
      ignore(watch(() => call(toActivationsPath(person)))),
    activate: async (person, watch = unwatched) =>
      readId(await watch(() => call('/activations', 'POST', toActivationBody(person)))),
    updateVariables: (_, id, watch = unwatched) =>
      ignore(watch(() => call(toVariablesPath(id), 'PATCH', variables))),
    deactivate: (_, id, watch = unwatched) =>
      ignore(watch(() => call(toActivationPath(id), 'DELETE'))),
  };
}
