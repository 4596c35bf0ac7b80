import type { Person } from '../../test/support/manyPeople.js';
import type { BenchClient } from './benchClient.js';
import { createSamples, time, type Samples, type Summary, type Watch } from './samples.js';

export const sideNames = ['handler', 'pass-through', 'script'] as const;
export type SideName = (typeof sideNames)[number];

export interface RouteResult {
  readonly route: string;
  readonly bySide: Readonly<Record<SideName, Summary>>;
}

/** Those that are read are asked for again and again: the handler answers from what it keeps. */
const reads: readonly (readonly [string, keyof Pick<BenchClient, ReadName>])[] = [
  ['GET integrations', 'listIntegrations'],
  ['GET integration', 'getIntegration'],
  ['GET connections', 'listConnections'],
  ['GET activations', 'listActivations'],
];
type ReadName = 'listIntegrations' | 'getIntegration' | 'listConnections' | 'listActivations';

const callsInRound = 25;

export interface Extent {
  readonly people: readonly Person[];
  /** 25 calls of each side in each. */
  readonly rounds: number;
}

type Clients = Readonly<Record<SideName, BenchClient>>;

/** All sides in turn, round by round, so that whatever else the machine does meets all of them. */
export async function compareRoutes(clients: Clients, extent: Extent): Promise<RouteResult[]> {
  const results: RouteResult[] = [];
  for (const [route, name] of reads) {
    const samples = createSideSamples();
    await inTurn(extent, async (side, person) => {
      for (let call = 0; call < callsInRound; call += 1) {
        await clients[side][name](person, toWatch(samples[side]));
      }
      samples[side].endRound();
    });
    results.push(toResult(route, samples));
  }
  return [...results, ...(await compareWrites(clients, extent))];
}

async function compareWrites(clients: Clients, extent: Extent): Promise<RouteResult[]> {
  const post = createSideSamples();
  const patch = createSideSamples();
  const remove = createSideSamples();
  await inTurn(extent, async (side, person) => {
    const client = clients[side];
    for (let call = 0; call < callsInRound; call += 1) {
      const id = await client.activate(person, toWatch(post[side]));
      await client.updateVariables(person, id, toWatch(patch[side]));
      // What was activated is ended again, so that no list grows.
      await client.deactivate(person, id, toWatch(remove[side]));
    }
    for (const samples of [post, patch, remove]) samples[side].endRound();
  });
  return [
    toResult('POST activations', post),
    toResult('PATCH variables', patch),
    toResult('DELETE activation', remove),
  ];
}

function createSideSamples(): Record<SideName, Samples> {
  return { handler: createSamples(), 'pass-through': createSamples(), script: createSamples() };
}

const toWatch =
  (samples: Samples): Watch =>
  (call) =>
    time(samples, call);

async function inTurn(
  { people, rounds }: Extent,
  act: (side: SideName, person: Person) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const person = people[round % people.length];
    if (person === undefined) throw new Error('There is nobody.');
    for (const side of round % 2 === 0 ? sideNames : sideNames.toReversed()) {
      await act(side, person);
    }
  }
}

function toResult(route: string, samples: Record<SideName, Samples>): RouteResult {
  return {
    route,
    bySide: {
      handler: samples.handler.summarise(),
      'pass-through': samples['pass-through'].summarise(),
      script: samples.script.summarise(),
    },
  };
}
