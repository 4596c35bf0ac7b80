import { hostApi } from '../wire/hostApi.js';
import {
  type Check,
  describe,
  expectEvery,
  expectStatus,
  failed,
  passed,
  skipped,
} from './check.js';
import { sendAll, type ProbeRequest, type Probe, type Reply, toRequest } from './probe.js';
import type { ChoosableTemplate, Discovery } from './discovery.js';

const noConnection = 'no integration of this user has a connection to choose';
const noSecondPage = 'no template of this user has two connections';

/** Check paging, search, and that a cursor is bound to its list. */
export const pagingChecks: readonly Check[] = [
  {
    name: 'first',
    expected: 'gives no more connections than `first` asks for, and `next` where there are more',
    why: 'Users with many accounts would wait for all of them, or never see those past the first page.',
    run: async ({ probe, discovery }) => {
      const choice = findLarge(discovery);
      if (choice === undefined) return skipped(noSecondPage);
      const reply = await probe.send(listAt(choice, { first: '1' }));
      const page = hostApi.listConnections.parseAnswer(reply.body);
      const isExpected = page.ok && page.value.items.length === 1 && page.value.next !== undefined;
      return isExpected ? passed : failed(describe(reply));
    },
  },
  {
    name: 'next',
    expected: 'goes on with other connections where `next` comes back as `after`',
    why: 'The widget would show the same accounts twice, or none.',
    run: async ({ probe, discovery }) => {
      const choice = findLarge(discovery);
      const next = choice && (await readCursor(probe, choice));
      if (choice === undefined || next === undefined) return skipped(noSecondPage);
      const reply = await probe.send(listAt(choice, { first: '1', after: next }));
      const page = hostApi.listConnections.parseAnswer(reply.body);
      const [first] = choice.page.items;
      const isExpected = page.ok && page.value.items.every(({ id }) => id !== first?.id);
      return isExpected && reply.status === 200 ? passed : failed(describe(reply));
    },
  },
  {
    name: 'cursor-elsewhere',
    expected: 'answers 400 to a cursor of another template, or of another search',
    why: 'A cursor that opens another list than its own can be used to read what is not shown.',
    run: async ({ probe, discovery }) => {
      const choice = findLarge(discovery);
      const after = choice && (await readCursor(probe, choice));
      if (choice === undefined || after === undefined) return skipped(noSecondPage);
      const others = discovery.choosable.filter(
        ({ template }) => template.id !== choice.template.id,
      );
      const elsewhere = [
        ...others.slice(0, 1).map((other) => listAt(other, { after })),
        listAt(choice, { after, search: 'another search' }),
      ];
      return expectStatus(400, ...(await sendAll(probe, elsewhere)));
    },
  },
  {
    name: 'cursor-forged',
    expected: 'answers 400 to a cursor that it never gave',
    why: 'A cursor that a browser can write lets it walk through lists that are not its own.',
    run: async ({ probe, discovery }) => {
      const [choice] = discovery.choosable;
      if (choice === undefined) return skipped(noConnection);
      const forged = ['x', '0', '{"after":null}', 'bnVsbA=='].map((after) =>
        listAt(choice, { after }),
      );
      return expectStatus(400, ...(await sendAll(probe, forged)));
    },
  },
  {
    name: 'search',
    expected: 'finds a connection by its name, whatever the case, and nothing by nonsense',
    why: 'The platform cannot search, so the backend has to; users with many accounts depend on it.',
    run: async ({ probe, discovery }) => {
      const choice = discovery.choosable.find(({ page }) => page.items.length > 0);
      const connection = choice?.page.items[0];
      if (choice === undefined || connection === undefined) return skipped(noConnection);
      const search = connection.name.slice(0, 200).toUpperCase();
      const found = await probe.send(listAt(choice, { search }));
      const none = await probe.send(listAt(choice, { search: 'zqxjk zqxjk zqxjk' }));
      const finds = ({ body }: Reply): readonly string[] | null => {
        const page = hostApi.listConnections.parseAnswer(body);
        return page.ok ? page.value.items.map(({ id }) => id) : null;
      };
      if (finds(found)?.includes(connection.id) !== true) return failed(describe(found));
      return expectEvery([none], (reply) => finds(reply)?.length === 0);
    },
  },
  {
    name: 'managed',
    expected: 'answers 404 to the connections of a template that the host manages',
    why: 'Those are the host’s own accounts, which users neither see nor choose.',
    run: async ({ probe, discovery }) => {
      const [choice] = discovery.managed;
      if (choice === undefined) return skipped('no integration has a managed template');
      const { environmentId, template } = choice;
      const parameters = { environmentId, connectionTemplateId: template.id };
      return expectStatus(404, await probe.send(toRequest(hostApi.listConnections, parameters)));
    },
  },
];

function findLarge({ choosable }: Discovery): ChoosableTemplate | undefined {
  return choosable.find(({ page }) => page.items.length > 1);
}

async function readCursor(probe: Probe, choice: ChoosableTemplate): Promise<string | undefined> {
  const page = hostApi.listConnections.parseAnswer(
    (await probe.send(listAt(choice, { first: '1' }))).body,
  );
  return page.ok ? page.value.next : undefined;
}

function listAt(
  { environmentId, template }: ChoosableTemplate,
  query: Readonly<Record<string, string>>,
): Pick<ProbeRequest, 'method' | 'path'> {
  const parameters = { environmentId, connectionTemplateId: template.id };
  const { method, path } = toRequest(hostApi.listConnections, parameters);
  return { method, path: `${path}?${new URLSearchParams(query).toString()}` };
}
