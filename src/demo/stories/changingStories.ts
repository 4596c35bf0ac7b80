import { addOutdatedActivation } from './activationStories.js';
import type { Player } from './player.js';
import { account, part } from './steps.js';
import type { Story } from './story.js';

const group = 'Current activations';

/** Ending, editing and replacing what is active. */
export const changingStories: readonly Story[] = [
  {
    id: 'ending',
    group,
    title: 'About to end',
    shows: 'What stops and what stays; the first button keeps it.',
    user: 'bashir',
    integration: 'slackAlerts',
    play: openEnd,
  },
  {
    id: 'ending-failed',
    group,
    title: 'Not ended',
    shows: 'The platform said no: the dialog stays and says what to do.',
    user: 'bashir',
    integration: 'slackAlerts',
    faults: [
      { operation: 'DeleteActivation', fault: { kind: 'status', status: 500 }, times: null },
    ],
    async play(player) {
      await openEnd(player);
      await player.press(part('confirm-end'));
      await player.find(`${part('dialog')} ${part('notice')}`);
    },
  },
  {
    id: 'ended',
    group,
    title: 'Ended',
    shows: 'What has happened, and the way to begin again.',
    user: 'bashir',
    integration: 'slackAlerts',
    async play(player) {
      await openEnd(player);
      await player.press(part('confirm-end'));
      await player.find(part('add'));
    },
  },
  {
    id: 'editing',
    group,
    title: 'Editing the settings',
    shows: 'The form as it was filled in; the secret is set and stays when left alone.',
    user: 'carla',
    play: openEdit,
  },
  {
    id: 'editing-changes',
    group,
    title: 'What will change',
    shows: 'Old and new beside each other, before anything is saved.',
    user: 'carla',
    play: openChanges,
  },
  {
    id: 'editing-schema',
    group,
    title: 'Editing after the integration has changed',
    shows: 'What is new and needed, and what is no longer used.',
    prepare: addOutdatedActivation,
    play: openEdit,
  },
  {
    id: 'editing-failed',
    group,
    title: 'Not saved',
    shows: 'What was typed is kept.',
    user: 'carla',
    faults: [
      { operation: 'SetDynamicVariables', fault: { kind: 'status', status: 500 }, times: null },
    ],
    async play(player) {
      await openChanges(player);
      await player.press(part('save'));
      await player.find(part('notice'));
    },
  },
  {
    id: 'editing-leave',
    group,
    title: 'Leaving with unsaved changes',
    shows: 'Nothing typed is lost by accident.',
    user: 'carla',
    async play(player) {
      await openEdit(player);
      await player.fill('input[type="text"]', 'LYS-4');
      await player.press(part('cancel'));
      await player.find(part('dialog'));
    },
  },
  {
    id: 'replacing',
    group,
    title: 'Replacing an account',
    shows: 'The others are chosen already; what runs goes on until the new one is there.',
    user: 'carla',
    async play(player) {
      await player.press(part('replace'));
      await player.find(part('connection'));
    },
  },
  {
    id: 'replacing-both',
    group,
    title: 'Replaced by half',
    shows: 'The new one is there and the old one would not end: both run, and how to go on.',
    user: 'bashir',
    integration: 'slackAlerts',
    faults: [
      { operation: 'DeleteActivation', fault: { kind: 'status', status: 500 }, times: null },
    ],
    async play(player) {
      await player.press(part('replace'));
      await player.find(account(1));
      await player.press(part('continue'));
      await player.press(part('activate'));
      await player.find(part('end-previous'));
    },
  },
];

async function openEnd({ press, find }: Player): Promise<void> {
  await press(part('end'));
  await find(part('dialog'));
}

async function openEdit({ press, find }: Player): Promise<void> {
  await press(part('edit'));
  await find(`${part('edit')} input`);
}

async function openChanges(player: Player): Promise<void> {
  await openEdit(player);
  await player.fill('input[type="text"]', 'LYS-4');
  await player.press(part('review-changes'));
  await player.find(part('changes'));
}
