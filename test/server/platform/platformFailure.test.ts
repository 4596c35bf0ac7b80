import { describe, expect, it } from 'vitest';
import { createTestHost } from '../../support/host.js';
import { slackActivationsPath } from '../example.js';

describe('a clock that is wrong', () => {
  it.each([
    [20, '20 minutes ahead of'],
    [-20, '20 minutes behind'],
  ])('by %i minutes is named where the platform refuses the key', async (minutes, told) => {
    const host = createTestHost({
      intercept: () => async () => {
        const date = new Date(Date.now() - minutes * 60_000).toUTCString();
        return new Response('{}', { status: 401, headers: { Date: date } });
      },
    });
    await host.send(slackActivationsPath);
    expect(host.errors[0]?.message).toContain(`clock is ${told} the platform's`);
  });
});
