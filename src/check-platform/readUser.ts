import type { DefinedTemplate } from '../server/definitions.js';
import type { PlatformClient } from '../server/platform/platformClient.js';
import type { EnvironmentFindings, Read, UserFindings } from './findings.js';

/** As many as the handler asks for where a browser does not say. */
const pageSize = 20;

/** Reads a user's activations, and their connections of each system that takes one of theirs. */
export async function readUser(
  client: PlatformClient,
  read: Read,
  environments: readonly EnvironmentFindings[],
): Promise<Omit<UserFindings, 'externalId'>> {
  const user = (await read((caller) => client.getEndUser(caller))) ?? null;
  const activations: UserFindings['activations'][number][] = [];
  // One environment tells what the platform says of a user that nobody knows.
  for (const environment of user === null ? environments.slice(0, 1) : environments) {
    const items = await read((caller) => client.listUserActivations(caller, environment.id));
    if (items !== undefined) activations.push({ environment, items });
  }
  const connections: UserFindings['connections'][number][] = [];
  for (const template of listSystems(environments)) {
    if (user === null) break;
    const query = { systemId: template.systemId, endUserId: user.id, first: pageSize };
    const page = await read((caller) => client.listConnections(caller, query));
    if (page === undefined) continue;
    const { items, totalCount, next } = page;
    connections.push({ template, items, totalCount });
    if (next !== undefined) {
      await read((caller) => client.listConnections(caller, { ...query, after: next }));
    }
  }
  // What signing in again reads first.
  const [first] = connections.flatMap(({ items }) => items);
  if (first !== undefined) {
    await read((caller) => client.getConnection(caller, first.connection.id));
  }
  return { isKnown: user !== null, activations, connections };
}

/** One template of each system whose connections are the user's own. */
function listSystems(environments: readonly EnvironmentFindings[]): readonly DefinedTemplate[] {
  const templates = environments.flatMap(({ definition }) => definition?.templates ?? []);
  const own = templates.filter(({ managed }) => !managed);
  return [...new Map(own.map((each) => [each.systemId, each])).values()];
}
