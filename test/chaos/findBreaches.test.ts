import { describe, expect, it } from 'vitest';
import type { StoredActivation } from '../../src/emulator.js';
import { createManyPeople } from '../support/manyPeople.js';
import { findBreaches } from './findBreaches.js';
import { createIntent, type Intent } from './intent.js';

const [person = expect.fail('There is nobody.')] = createManyPeople(1).people;
const { id: userId } = person;

function intentOf(memo: string, ...activationIds: string[]): Intent {
  return { ...createIntent(person, { memo }), activationIds: new Set(activationIds) };
}

const withSecret = (pin: string, ...activationIds: string[]): Intent => ({
  ...intentOf('a', ...activationIds),
  variables: { memo: 'a', pin },
});

const made = (id: string, memo: string, owner = userId): StoredActivation => ({
  id,
  userId: owner,
  environmentId: 'e',
  connections: [],
  dynamicVariables: { memo },
});

describe('a run of chaos', () => {
  it('is fine where each answer has one activation, and keys without an answer none', () => {
    const intents = [intentOf('a', '1'), intentOf('b'), intentOf('c', '3'), intentOf('c', '4')];
    expect(findBreaches(intents, [made('1', 'a'), made('3', 'c'), made('4', 'c')])).toEqual([]);
  });

  it.each([
    ['one key was told of two', [intentOf('a', '1', '2')], [made('1', 'a'), made('2', 'a')]],
    ['one key made two', [intentOf('a', '1')], [made('1', 'a'), made('2', 'a')]],
    ['two keys were told of one', [intentOf('a', '1'), intentOf('a', '1')], [made('1', 'a')]],
    ['what was answered is not there', [intentOf('a', '1')], []],
    ['what was made is found by nobody', [intentOf('a')], [made('1', 'a')]],
    ['what was answered has another input', [intentOf('a', '1')], [made('1', 'b')]],
    [
      'a success is another intent’s, which differs in a secret alone',
      [withSecret('1111', '1'), withSecret('2222')],
      [{ ...made('1', 'a'), dynamicVariables: { memo: 'a', pin: '2222' } }],
    ],
    [
      'a success is that of an intent which asked for more',
      [intentOf('a', '1')],
      [{ ...made('1', 'a'), dynamicVariables: { memo: 'a', pin: '1111' } }],
    ],
    ['what was answered is another user’s', [intentOf('a', '1')], [made('1', 'a', 'another')]],
  ])('is a breach where %s', (_, intents, activations) => {
    expect(findBreaches(intents, activations)).not.toEqual([]);
  });
});
