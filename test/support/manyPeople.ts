import { exampleData, exampleIds, type PlatformData } from '../../src/emulator.js';

/** A user with one connection for each template of "Shopify orders". */
export interface Person {
  readonly externalId: string;
  readonly id: string;
  readonly shopify: string;
  readonly netsuite: string;
}

/** The example data with that many users more. */
export function createManyPeople(count: number): { data: PlatformData; people: Person[] } {
  const data = exampleData();
  const people = Array.from({ length: count }, (_, index) => addPerson(data, index));
  return { data, people };
}

function addPerson(data: PlatformData, index: number): Person {
  const number = String(index).padStart(6, '0');
  const person = {
    externalId: `person-${number}`,
    id: `01JMANY00000000VSR00${number}`,
    shopify: `01JMANY00000000CNN10${number}`,
    netsuite: `01JMANY00000000CNN20${number}`,
  };
  const amelia = find(data.users, exampleIds.users.amelia.id);
  const { ameliaShopifyUk, ameliaNetsuiteMain } = exampleIds.connections;
  data.users.push({ ...amelia, id: person.id, externalId: person.externalId });
  data.connections.push(
    { ...find(data.connections, ameliaShopifyUk), id: person.shopify, endUserId: person.id },
    { ...find(data.connections, ameliaNetsuiteMain), id: person.netsuite, endUserId: person.id },
  );
  return person;
}

function find<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const found = items.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The example data has no ${id}.`);
  return found;
}
