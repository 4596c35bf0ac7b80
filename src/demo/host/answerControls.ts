import type { Emulator, OperationName } from 'react-versori-onboarding/emulator';
import type { FaultEntry, ControlsState } from '../controlsState.js';
import type { EmulatedWorld } from './emulatedWorld.js';
import { connectForUser } from './connectForUser.js';
import { listOffers, members } from './offers.js';
import { parseControlsCommand } from './parseControlsCommand.js';

const operationNames: readonly OperationName[] = [
  'GetProject',
  'ListProjectConnectionTemplates',
  'GetProjectVariablesSchema',
  'ListConnections',
  'ListEnvironmentConnections',
  'ListUserActivations',
  'ActivateUser',
  'GetActivation',
  'SetDynamicVariables',
  'SetDynamicVariable',
  'DeleteActivation',
  'GetEndUser',
  'CreateEndUser',
];

/** Handles the demo controls of an emulated world. */
export async function answerControls(request: Request, world: EmulatedWorld): Promise<Response> {
  if (request.method === 'GET') return Response.json(toControlsState(world.emulator));
  if (request.method !== 'POST') return refuse(405, 'Use GET or POST.');
  const command = parseControlsCommand(await readJson(request), operationNames);
  if (command === null) return refuse(400, 'This is not a command of the demo controls.');
  switch (command.action) {
    case 'addFault':
      world.emulator.faults.add({ ...command, times: command.times ?? Infinity });
      break;
    case 'connect':
      connectForUser(world.emulator.data, command);
      break;
    case 'clearFaults':
      world.emulator.faults.clear();
      break;
    case 'reset':
      world.reset();
      break;
  }
  return Response.json(toControlsState(world.emulator));
}

export function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

function toControlsState(emulator: Emulator): ControlsState {
  return {
    platform: 'emulated',
    users: members.map(({ key, name }) => ({ key, name })),
    integrations: listOffers('/').map(({ key, environmentId, name, description }) => {
      return { key, environmentId, name, description };
    }),
    operations: operationNames,
    faults: emulator.faults.list().map(toFaultEntry),
    requests: countRequests(emulator),
  };
}

function toFaultEntry({
  operation,
  fault,
  times,
}: ReturnType<Emulator['faults']['list']>[number]): FaultEntry {
  return { operation, fault, times: Number.isFinite(times) ? times : null };
}

function countRequests({ requests }: Emulator): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of requests) {
    const name = operation ?? 'unknown';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
