import { isJsonObject } from '../domain/json.js';
import { toPointer } from '../domain/pointer.js';
import type { Call } from '../wire/call.js';
import { hostApi } from '../wire/hostApi.js';
import { type Check, describe, failed, type Outcome, passed, skipped } from './check.js';
import type { Reply } from './probe.js';

const noWidget =
  'The widget reads exactly this, and shows an error where it cannot; a member too many may be a secret.';

/** Check that answers match the host API, without further members. */
export const shapeChecks: readonly Check[] = [
  {
    name: 'integrations',
    expected: 'lists the integrations: 200 and { items: IntegrationSummary[] }, nothing else in it',
    why: noWidget,
    run: async ({ discovery }) => expectShape([discovery.list], hostApi.listIntegrations),
  },
  {
    name: 'integration',
    expected: 'describes an integration: 200 and an Integration, nothing else in it',
    why: noWidget,
    run: async ({ discovery }) =>
      expectShape(
        discovery.integrations.map(({ reply }) => reply),
        hostApi.getIntegration,
      ),
  },
  {
    name: 'connections',
    expected: 'lists the connections for a template: 200 and a page of Connection, nothing else',
    why: noWidget,
    run: async ({ discovery }) =>
      expectShape(
        discovery.choosable.map(({ reply }) => reply),
        hostApi.listConnections,
      ),
  },
  {
    name: 'activations',
    expected: 'lists the activations of the user: 200 and { items: Activation[] }, nothing else',
    why: noWidget,
    run: async ({ discovery }) =>
      expectShape(
        discovery.activations.map(({ reply }) => reply),
        hostApi.listActivations,
      ),
  },
];

/** Passes where every reply has the call's usual status, and a body with its members and no other. */
export function expectShape(
  replies: readonly Reply[],
  { statuses: [status], parseAnswer }: Pick<Call<string, unknown>, 'statuses' | 'parseAnswer'>,
): Outcome {
  if (replies.length === 0) return skipped('the user has none to try it on');
  for (const reply of replies) {
    if (reply.status !== status) return failed(describe(reply));
    const parsed = parseAnswer(reply.body);
    if (!parsed.ok) {
      const at = parsed.at || 'the root';
      return failed(`${reply.line} answered a body that is wrong at ${at}: ${parsed.reason}`);
    }
    const extra = findDifference(reply.body, parsed.value);
    if (extra !== null) {
      return failed(`${reply.line} answered ${extra}, which is not in the host API`);
    }
  }
  return passed;
}

/** Describes the first place where a body differs from its parsed value; `null` if none does. */
function findDifference(body: unknown, read: unknown, path: string[] = []): string | null {
  if (Array.isArray(body) && Array.isArray(read)) {
    for (const [index, item] of body.entries()) {
      const found = findDifference(item, read[index], [...path, String(index)]);
      if (found !== null) return found;
    }
    return null;
  }
  if (isJsonObject(body) && isJsonObject(read)) {
    for (const [name, value] of Object.entries(body)) {
      const at = [...path, name];
      if (!Object.hasOwn(read, name)) return `the member ${toPointer(at)}`;
      const found = findDifference(value, read[name], at);
      if (found !== null) return found;
    }
    return null;
  }
  return body === read ? null : `the value ${JSON.stringify(body)} at ${toPointer(path)}`;
}
