import { describe, expect, it } from 'vitest';
import { createTestHost } from '../../support/host.js';
import { slackActivationsPath } from '../example.js';

describe('a clock that is wrong', () => {
  /** What the host is told of an answer whose date is that many minutes behind the clock here. */
  async function refuse(status: number, minutes: number): Promise<string | undefined> {
    const host = createTestHost({
      intercept: () => async () => {
        const date = new Date(Date.now() - minutes * 60_000).toUTCString();
        return new Response('{}', { status, headers: { Date: date } });
      },
    });
    await host.send(slackActivationsPath);
    return host.errors[0]?.message;
  }

  it.each([
    [20, '20 minutes ahead of'],
    [-20, '20 minutes behind'],
  ])('by %i minutes is named where the platform refuses the key', async (minutes, told) => {
    expect(await refuse(401, minutes)).toContain(`clock is ${told} the platform's`);
  });

  it.each([
    ['where it is off by less than a token minds', 401, 2],
    ['where the key may not do it', 403, 20],
  ])('is not named %s', async (_when, status, minutes) => {
    expect(await refuse(status, minutes)).toContain('check platform.auth');
    expect(await refuse(status, minutes)).not.toContain('clock');
  });
});
