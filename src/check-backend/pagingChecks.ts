import { parseConnections } from '../wire/answers.js';
import {
  type Check,
  describe,
  expectEvery,
  expectStatus,
  failed,
  passed,
  skipped,
} from './check.js';
import { askAll, type Asking, type Probe, type Reply, toAsking } from './probe.js';
import type { Place, Survey } from './survey.js';

const noPlace = 'no integration of this user has a connection to choose';
const noSecondPage = 'no template of this user has two connections';

/** Paging and searching, and whose pages a cursor opens. */
export const pagingChecks: readonly Check[] = [
  {
    name: 'first',
    expected: 'gives no more connections than `first` asks for, and `next` where there are more',
    why: 'Users with many accounts would wait for all of them, or never see those past the first page.',
    run: async ({ probe, survey }) => {
      const place = findLarge(survey);
      if (place === undefined) return skipped(noSecondPage);
      const reply = await probe.ask(listAt(place, { first: '1' }));
      const page = parseConnections(reply.body);
      const isRight = page.ok && page.value.items.length === 1 && page.value.next !== undefined;
      return isRight ? passed : failed(describe(reply));
    },
  },
  {
    name: 'next',
    expected: 'goes on with other connections where `next` comes back as `after`',
    why: 'The widget would show the same accounts twice, or none.',
    run: async ({ probe, survey }) => {
      const place = findLarge(survey);
      const next = place && (await readCursor(probe, place));
      if (place === undefined || next === undefined) return skipped(noSecondPage);
      const reply = await probe.ask(listAt(place, { first: '1', after: next }));
      const page = parseConnections(reply.body);
      const [first] = place.page.items;
      const isRight = page.ok && page.value.items.every(({ id }) => id !== first?.id);
      return isRight && reply.status === 200 ? passed : failed(describe(reply));
    },
  },
  {
    name: 'cursor-elsewhere',
    expected: 'answers 400 to a cursor of another template, or of another search',
    why: 'A cursor that opens another list than its own can be used to read what is not shown.',
    run: async ({ probe, survey }) => {
      const place = findLarge(survey);
      const after = place && (await readCursor(probe, place));
      if (place === undefined || after === undefined) return skipped(noSecondPage);
      const others = survey.places.filter(({ template }) => template.id !== place.template.id);
      const elsewhere = [
        ...others.slice(0, 1).map((other) => listAt(other, { after })),
        listAt(place, { after, search: 'another search' }),
      ];
      return expectStatus(400, ...(await askAll(probe, elsewhere)));
    },
  },
  {
    name: 'cursor-forged',
    expected: 'answers 400 to a cursor that it never gave',
    why: 'A cursor that a browser can write lets it walk through lists that are not its own.',
    run: async ({ probe, survey }) => {
      const [place] = survey.places;
      if (place === undefined) return skipped(noPlace);
      const forged = ['x', '0', '{"after":null}', 'bnVsbA=='].map((after) =>
        listAt(place, { after }),
      );
      return expectStatus(400, ...(await askAll(probe, forged)));
    },
  },
  {
    name: 'search',
    expected: 'finds a connection by its name, whatever the case, and nothing by nonsense',
    why: 'The platform cannot search, so the backend has to; users with many accounts depend on it.',
    run: async ({ probe, survey }) => {
      const place = survey.places.find(({ page }) => page.items.length > 0);
      const connection = place?.page.items[0];
      if (place === undefined || connection === undefined) return skipped(noPlace);
      const search = connection.name.slice(0, 200).toUpperCase();
      const found = await probe.ask(listAt(place, { search }));
      const none = await probe.ask(listAt(place, { search: 'zqxjk zqxjk zqxjk' }));
      const finds = ({ body }: Reply): readonly string[] | null => {
        const page = parseConnections(body);
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
    run: async ({ probe, survey }) => {
      const [place] = survey.managed;
      if (place === undefined) return skipped('no integration has a managed template');
      const { environmentId, template } = place;
      const parameters = { environmentId, connectionTemplateId: template.id };
      return expectStatus(404, await probe.ask(toAsking('listConnections', parameters)));
    },
  },
];

function findLarge({ places }: Survey): Place | undefined {
  return places.find(({ page }) => page.items.length > 1);
}

async function readCursor(probe: Probe, place: Place): Promise<string | undefined> {
  const page = parseConnections((await probe.ask(listAt(place, { first: '1' }))).body);
  return page.ok ? page.value.next : undefined;
}

function listAt(
  { environmentId, template }: Place,
  query: Readonly<Record<string, string>>,
): Pick<Asking, 'method' | 'path'> {
  const parameters = { environmentId, connectionTemplateId: template.id };
  const { method, path } = toAsking('listConnections', parameters);
  return { method, path: `${path}?${new URLSearchParams(query).toString()}` };
}
