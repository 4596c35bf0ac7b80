import { describe, expect, it } from 'vitest';
import type { Connection, HealthStatus } from '../../src/domain/connection.js';
import type { Page } from '../../src/domain/page.js';
import {
  watchForConnection,
  type ConnectionsBefore,
  type ConnectResult,
} from '../../src/headless/watchForConnection.js';

const opened = Date.parse('2026-11-02T09:00:00Z');

function account(id: string, status: HealthStatus = 'ok', createdAt?: string): Connection {
  return { id, name: id, authTypes: [], health: { status }, ...(createdAt && { createdAt }) };
}

interface World {
  pages: readonly Page<Connection>[];
  /** How many pages each look has read. */
  readonly looks: number[];
  readonly end: (result?: { connectionId: string }) => void;
  readonly fail: () => void;
  /** Lets the time of the next look come. */
  readonly tick: () => Promise<void>;
  /** In words. */
  readonly outcome: () => string;
  readonly giveUp: () => void;
}

function open(pages: World['pages'], before: Partial<ConnectionsBefore> = {}): World {
  let due = (): void => undefined;
  let end: (result: ConnectResult) => void = () => undefined;
  let fail = (): void => undefined;
  let outcome = 'waiting';
  const controller = new AbortController();
  const world: World = {
    pages,
    looks: [],
    end: (result) => end(result),
    fail: () => fail(),
    async tick() {
      due();
      // Everything here is a chain of promises; a task later all of them have moved on.
      await new Promise((resolve) => setImmediate(resolve));
    },
    outcome: () => outcome,
    giveUp: () => controller.abort(),
  };
  const watching = watchForConnection({
    before: {
      ids: new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))),
      isComplete: true,
      totalCount: pages[0]?.totalCount,
      at: opened,
      broken: undefined,
      ...before,
    },
    opened: new Promise((resolve, reject) => {
      end = resolve;
      fail = () => reject(new Error('closed'));
    }),
    async *readPages() {
      world.looks.push(0);
      for (const page of world.pages) {
        world.looks.push((world.looks.pop() ?? 0) + 1);
        yield page;
      }
    },
    nextDelay: () =>
      new Promise((resolve) => {
        due = resolve;
      }),
    signal: controller.signal,
  });
  watching.then(
    (ended) => {
      outcome = ended.status === 'connected' ? `found ${ended.connection.id}` : ended.status;
    },
    () => {
      outcome = 'given up';
    },
  );
  return world;
}

const found = (id: string): string => `found ${id}`;

describe('waiting for what comes of the connect flow of the host', () => {
  it('finds what was not there before, although the flow tells nothing', async () => {
    const world = open([{ items: [account('a')] }]);
    await world.tick();
    expect(world.outcome()).toBe('waiting');
    world.pages = [{ items: [account('a'), account('b')] }];
    await world.tick();
    expect(world.outcome()).toBe(found('b'));
  });

  it('reads one page at each look while nothing has changed', async () => {
    const world = open([{ items: [account('a')], totalCount: 300, next: 'x' }, { items: [] }]);
    for (const _ of [1, 2, 3]) await world.tick();
    expect(world.looks).toEqual([1, 1, 1]);
  });

  it('goes through the further pages when there are more in all than before', async () => {
    const first = { items: [account('a')], totalCount: 2, next: 'x' };
    const second = { items: [account('z', 'ok', '2026-11-02T09:00:30Z')], totalCount: 3 };
    const world = open([first], { isComplete: false });
    world.pages = [{ ...first, totalCount: 3 }, second];
    await world.tick();
    expect(world.outcome()).toBe(found('z'));
  });

  it('takes nothing for new that was only on a page not read yet', async () => {
    const world = open([{ items: [account('a')] }], { isComplete: false });
    world.pages = [{ items: [account('a'), account('old', 'ok', '2024-01-01T00:00:00Z')] }];
    await world.tick();
    expect(world.outcome()).toBe('waiting');
  });

  it('goes to the end of the list for the one that the flow has named', async () => {
    const world = open([{ items: [account('a')], next: 'x' }], { isComplete: false });
    world.pages = [{ items: [account('a')] }, { items: [] }, { items: [account('named')] }];
    world.end({ connectionId: 'named' });
    await world.tick();
    expect(world.outcome()).toBe(found('named'));
  });

  it('looks a few times more after the end, then says that there is nothing', async () => {
    const world = open([{ items: [account('a')] }]);
    world.end();
    await world.tick();
    expect(world.outcome()).toBe('waiting');
    await world.tick();
    await world.tick();
    expect(world.outcome()).toBe('nothingNew');
    expect(world.looks).toHaveLength(3);
  });

  it('takes a repaired account once it works, and not before', async () => {
    const broken = account('a', 'expired');
    const world = open([{ items: [broken] }], { broken });
    await world.tick();
    expect(world.outcome()).toBe('waiting');
    world.pages = [{ items: [account('a', 'ok')] }];
    await world.tick();
    expect(world.outcome()).toBe(found('a'));
  });

  it('looks once more when the flow fails: it may have done its work', async () => {
    const world = open([{ items: [account('a')] }]);
    world.fail();
    await world.tick();
    expect(world.outcome()).toBe('failed');
    expect(world.looks).toHaveLength(1);
  });

  it('ends without an outcome when it is given up', async () => {
    const world = open([{ items: [] }]);
    world.giveUp();
    await world.tick();
    expect(world.outcome()).toBe('given up');
  });
});
