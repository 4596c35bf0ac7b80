import type { Person } from '../../test/support/manyPeople.js';
import type { HandlerClient } from './handlerClient.js';
import type { Rival } from './rival.js';
import {
  createSamples,
  type Samples,
  type Summary,
  time,
  unwatched,
  type Watch,
} from './samples.js';

export interface RouteResult {
  readonly route: string;
  readonly rival: string;
  readonly handler: Summary;
  readonly other: Summary;
}

const callsInRound = 25;

export interface Extent {
  readonly people: readonly Person[];
  /** 25 calls of each side in each. */
  readonly rounds: number;
}

type Calls = (person: Person, watch: Watch) => Promise<void>;

/** Handler and rival in turn, round by round, so that whatever else the machine does meets both. */
export async function compareRoutes(
  client: HandlerClient,
  rival: Rival,
  extent: Extent,
): Promise<RouteResult[]> {
  const plain = watchWhole(rival);
  const reads: readonly [string, string, Calls, Calls][] = [
    ['GET integrations', 'GetProject', client.listIntegrations, plain.getProject],
    [
      'GET integration',
      'ListProjectConnectionTemplates',
      client.getIntegration,
      plain.listTemplates,
    ],
    ['GET connections', 'ListConnections', client.listConnections, plain.listConnections],
    ['GET activations', 'ListUserActivations', client.listActivations, plain.listActivations],
  ];
  const results: RouteResult[] = [];
  for (const [route, name, ours, theirs] of reads) {
    const [handler, other] = [createSamples(), createSamples()];
    await inTurn(extent, (person) => [
      () => ours(person, (call) => time(handler, call)),
      () => theirs(person, (call) => time(other, call)),
    ]);
    results.push(toResult(route, name, handler, other));
  }
  return [...results, ...(await compareWrites(client, plain, extent))];
}

async function compareWrites(
  client: HandlerClient,
  rival: Writer,
  extent: Extent,
): Promise<RouteResult[]> {
  const handler = { post: createSamples(), patch: createSamples(), delete: createSamples() };
  const other = { post: createSamples(), patch: createSamples(), delete: createSamples() };
  await inTurn(extent, (person) => [
    () => writeAll(client, handler, person),
    () => writeAll(rival, other, person),
  ]);
  return [
    toResult('POST activations', 'script, 4 calls', handler.post, other.post),
    toResult('PATCH variables', 'script, 3 calls', handler.patch, other.patch),
    toResult('DELETE activation', 'script, 2 calls', handler.delete, other.delete),
  ];
}

type Writer = Pick<HandlerClient, 'activate' | 'updateVariables' | 'deactivate'>;

/** All of what the script does is watched. */
function watchWhole(
  rival: Rival,
): Writer & Record<'getProject' | 'listTemplates' | 'listConnections' | 'listActivations', Calls> {
  return {
    getProject: (_, watch) => watch(() => rival.getProject()),
    listTemplates: (_, watch) => watch(() => rival.listTemplates()),
    listConnections: (person, watch) => watch(() => rival.listConnections(person)),
    listActivations: (person, watch) => watch(() => rival.listActivations(person)),
    activate: (person, watch = unwatched) => watch(() => rival.activate(person)),
    updateVariables: (person, id, watch = unwatched) =>
      watch(() => rival.updateVariables(person, id)),
    deactivate: (person, id, watch = unwatched) => watch(() => rival.deactivate(person, id)),
  };
}

/** What was activated is ended again, so that no list grows. */
async function writeAll(
  writer: Writer,
  samples: { readonly post: Samples; readonly patch: Samples; readonly delete: Samples },
  person: Person,
): Promise<void> {
  const id = await writer.activate(person, (call) => time(samples.post, call));
  await writer.updateVariables(person, id, (call) => time(samples.patch, call));
  await writer.deactivate(person, id, (call) => time(samples.delete, call));
}

async function inTurn(
  { people, rounds }: Extent,
  toSides: (person: Person) => readonly (() => Promise<void>)[],
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const [person] = people.slice(round % people.length);
    if (person === undefined) throw new Error('There is nobody.');
    const sides = toSides(person);
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      for (let call = 0; call < callsInRound; call += 1) await side();
    }
  }
}

function toResult(route: string, rival: string, handler: Samples, other: Samples): RouteResult {
  return { route, rival, handler: handler.summarise(), other: other.summarise() };
}
