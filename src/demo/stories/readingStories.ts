import { part } from './steps.js';
import type { Story } from './story.js';

const always = { times: null } as const;
const tenMinutes = 600_000;

export const readingStories: readonly Story[] = [
  {
    id: 'loading',
    group: 'Reading',
    title: 'Loading',
    shows: 'Nothing has been answered yet: a skeleton in the size of what comes.',
    faults: [{ operation: '*', fault: { kind: 'hang' }, ...always }],
    patienceMs: tenMinutes,
    play: async ({ find }) => void (await find(part('skeleton'))),
  },
  {
    id: 'loading-accounts',
    group: 'Reading',
    title: 'Loading accounts',
    shows: 'The steps are known, the accounts of the first are still on their way.',
    faults: [{ operation: 'ListConnections', fault: { kind: 'hang' }, ...always }],
    patienceMs: tenMinutes,
    play: async ({ find }) => void (await find(`${part('step')} ${part('skeleton')}`)),
  },
  {
    id: 'error',
    group: 'Reading',
    title: 'Cannot be loaded',
    shows: 'The platform answers 503: what to do first, and a way to try again.',
    faults: [{ operation: '*', fault: { kind: 'status', status: 503 }, ...always }],
    play: async ({ find }) => void (await find(part('retry'))),
  },
  {
    id: 'error-accounts',
    group: 'Reading',
    title: 'Accounts cannot be loaded',
    shows: 'Only the accounts of one step are missing, so only they are tried again.',
    faults: [{ operation: 'ListConnections', fault: { kind: 'html' }, ...always }],
    play: async ({ find }) => void (await find(`${part('step')} ${part('retry')}`)),
  },
  {
    id: 'signed-out',
    group: 'Reading',
    title: 'Signed out',
    shows: 'The host’s session has ended: 401. Nothing of the last user stays on screen.',
    user: null,
    play: async ({ find }) => void (await find(part('notice'))),
  },
  {
    id: 'unavailable',
    group: 'Reading',
    title: 'Not available',
    shows: 'The environment is suspended: nobody can activate it, and nobody has to do anything.',
    integration: 'hubspotContacts',
    play: async ({ find }) => void (await find(part('notice'))),
  },
  {
    id: 'broken',
    group: 'Reading',
    title: 'Integration has failed',
    shows: 'The environment is in error, or the host’s configuration cannot work.',
    integration: 'xeroInvoices',
    play: async ({ find }) => void (await find(part('notice'))),
  },
];
