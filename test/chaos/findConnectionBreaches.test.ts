import { describe, expect, it } from 'vitest';
import { exampleData, type StoredConnection } from '../../src/emulator.js';
import { createManyPeople } from '../support/manyPeople.js';
import { type ConnectionIntent, createConnectionIntent } from './connectionIntent.js';
import { findConnectionBreaches, findLostSignIns, findVanished } from './findConnectionBreaches.js';

const [person = expect.fail('There is nobody.')] = createManyPeople(1).people;
const [model = expect.fail('There is no connection.')] = exampleData().connections;

type Change = Partial<Pick<ConnectionIntent, 'kind' | 'connectionId' | 'batch' | 'secret'>>;

/** To make "Dock" unless it says otherwise; told of these accounts. */
function intentOf(change: Change = {}, ...ids: string[]): ConnectionIntent {
  const { secret, ...wanted } = change;
  const intent = createConnectionIntent({
    kind: 'create',
    person,
    label: 'Dock',
    connectionId: null,
    batch: 0,
    ...wanted,
  });
  return { ...intent, ...(secret !== undefined && { secret }), ids: new Set(ids) };
}

const made = (id: string, secret = '', endUserId = person.id): StoredConnection => ({
  ...model,
  id,
  name: 'Dock abcde',
  endUserId,
  credentials: model.credentials.slice(0, 1).map((each) => ({ ...each, id: secret })),
});

const removal = (...ids: string[]): ConnectionIntent =>
  intentOf({ kind: 'remove', connectionId: '1' }, ...ids);

describe('accounts after chaos', () => {
  it('are fine where each answer has one, and two tabs have two of the same name', () => {
    const intents = [intentOf({}, '1'), intentOf({}, '2')];
    expect(findConnectionBreaches(intents, [made('1'), made('2')])).toEqual([]);
    expect(findVanished(intents, [made('1'), made('2')])).toEqual([]);
    expect(findConnectionBreaches([intentOf({}, '1'), removal('1')], [])).toEqual([]);
  });

  it.each<[string, ConnectionIntent[], StoredConnection[]]>([
    ['one key was told of two', [intentOf({}, '1', '2')], [made('1'), made('2')]],
    ['one key made two', [intentOf({}, '1')], [made('1'), made('2')]],
    ['two keys were told of one', [intentOf({}, '1'), intentOf({}, '1')], [made('1')]],
    ['what was made is found by nobody', [intentOf()], [made('1')]],
    ['it is another user’s', [intentOf({}, '1')], [made('1', '', 'another')]],
    ['what was removed is there', [intentOf({}, '1'), removal('1')], [made('1')]],
    ['what was removed was made again', [intentOf({}, '1'), removal('1')], [made('2')]],
  ])('are a breach where %s', (_, intents, connections) => {
    expect(findConnectionBreaches(intents, connections)).not.toEqual([]);
  });

  it('are a breach where one has gone that nobody removed', () => {
    expect(findVanished([intentOf({}, '1')], [])).not.toEqual([]);
    expect(findVanished([intentOf({}, '1'), removal()], [])).toEqual([]);
  });
});

describe('what accounts sign in with after chaos', () => {
  const secrets = [0, 1, 2].map(() => `secret-${crypto.randomUUID()}`);
  const [first = '', second = '', third = ''] = secrets;
  const creation = intentOf({ secret: first }, '1');
  const signIn = (secret: string, batch: number, ...ids: string[]): ConnectionIntent =>
    intentOf({ kind: 'reconnect', connectionId: '1', secret, batch }, ...ids);

  it('is that of the last sign-in, or of any that may still have been done later', () => {
    const done = [creation, signIn(second, 1, '1')];
    expect(findLostSignIns(done, [made('1', second)])).toEqual([]);
    const tabs = [...done, signIn(third, 1, '1')];
    for (const secret of [second, third]) {
      expect(findLostSignIns(tabs, [made('1', secret)])).toEqual([]);
    }
    const open = [creation, signIn(second, 1), signIn(third, 2, '1')];
    expect(findLostSignIns(open, [made('1', second)])).toEqual([]);
  });

  it('is a breach where an older one is back, or one that nobody typed', () => {
    const done = [creation, signIn(second, 1, '1'), signIn(third, 2, '1')];
    for (const secret of [first, second, `secret-${crypto.randomUUID()}`]) {
      expect(findLostSignIns(done, [made('1', secret)])).not.toEqual([]);
    }
    const open = [creation, signIn(second, 1)];
    expect(findLostSignIns(open, [made('1', third)])).not.toEqual([]);
  });
});
