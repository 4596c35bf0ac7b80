import { goToSlackReview, part } from './steps.js';
import type { Player } from './player.js';
import type { FaultEntry } from '../controlsState.js';
import type { Story } from './story.js';

const group = 'Activating';
const integration = 'slackAlerts';

function failing(fault: FaultEntry['fault']): readonly FaultEntry[] {
  return [{ operation: 'ActivateUser', fault, times: null }];
}

async function activate(player: Player): Promise<void> {
  await goToSlackReview(player);
  await player.press(part('activate'));
}

async function activateUntil(player: Player, selector: string): Promise<void> {
  await activate(player);
  await player.find(selector);
}

export const activatingStories: readonly Story[] = [
  {
    id: 'review',
    group,
    title: 'Review',
    shows: 'All that is about to be switched on, and that nothing has been yet.',
    integration,
    play: goToSlackReview,
  },
  {
    id: 'submitting',
    group,
    title: 'Under way',
    shows: 'The button keeps the focus and takes no second press.',
    integration,
    faults: failing({ kind: 'hang' }),
    patienceMs: 600_000,
    async play(player) {
      await activate(player);
      await player.find(`${part('steps')}[data-state="submitting"]`);
    },
  },
  {
    id: 'refused-account',
    group,
    title: 'An account refused',
    shows: 'The platform names an account: the step of that account opens and says why.',
    integration,
    faults: failing({
      kind: 'status',
      status: 422,
      message: 'the connection cannot be used',
      fields: [
        {
          field: 'connections[0].existingConnectionId',
          message: 'This workspace has removed the app.',
        },
      ],
    }),
    play: (player) => activateUntil(player, `[data-step="template"] ${part('notice')}`),
  },
  {
    id: 'refused',
    group,
    title: 'Refused as a whole',
    shows: 'No field is named: the reason stands on the review, and nothing is lost.',
    integration,
    faults: failing({ kind: 'status', status: 409, message: 'Slack alerts is being updated.' }),
    play: (player) => activateUntil(player, part('notice')),
  },
  {
    id: 'rate-limited',
    group,
    title: 'Too many requests',
    shows: 'The platform says when to come back, and so does the page.',
    integration,
    faults: failing({ kind: 'rateLimited', retryAfterSeconds: 30 }),
    play: (player) => activateUntil(player, part('notice')),
  },
  {
    id: 'checking',
    group,
    title: 'Outcome being checked',
    shows: 'The answer was lost: whether it went through is looked up before anything else.',
    integration,
    faults: failing({ kind: 'dropBefore' }),
    readsAfterActivation: 'hang',
    patienceMs: 600_000,
    play: (player) => activateUntil(player, '[data-step="checking"]'),
  },
  {
    id: 'unknown',
    group,
    title: 'Outcome unknown',
    shows: 'It is not among the activations, and may still come: a new attempt is the user’s call.',
    integration,
    faults: failing({ kind: 'dropBefore' }),
    play: (player) => activateUntil(player, '[data-step="unknown"]'),
  },
  {
    id: 'unknown-blind',
    group,
    title: 'Outcome unknown, list unreadable',
    shows: 'Neither the answer nor the list came: first the list, then a decision.',
    integration,
    faults: failing({ kind: 'dropBefore' }),
    readsAfterActivation: 'fail',
    play: (player) => activateUntil(player, '[data-step="unknown"]'),
  },
  {
    id: 'settled',
    group,
    title: 'Outcome unknown, then settled',
    shows: 'The answer was lost after the activation was made: it was found, so this is done.',
    integration,
    faults: failing({ kind: 'dropAfter' }),
    play: (player) => activateUntil(player, part('done')),
  },
  {
    id: 'done',
    group,
    title: 'Done',
    shows: 'It is active, what happens next, and what it runs with.',
    integration,
    play: (player) => activateUntil(player, part('done')),
  },
];
