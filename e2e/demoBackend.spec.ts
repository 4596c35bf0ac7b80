import { expect, test } from '@playwright/test';
import { createDemoBackend, type DemoBackend } from '../src/demo/backend.js';
import { USER_HEADER, type ControlsCommand } from '../src/demo/controlsState.js';
import { exampleIds } from '../src/emulator.js';
import { findLeaks } from './findLeaks.js';

const origin = 'http://localhost';

function createQuietBackend(): DemoBackend {
  return createDemoBackend({}, () => {});
}

async function ask(
  backend: DemoBackend,
  path: string,
  { user, command }: { user?: string; command?: ControlsCommand | { action: string } } = {},
): Promise<Response> {
  const headers = { origin, ...(user !== undefined && { [USER_HEADER]: user }) };
  const init = command && { method: 'POST', body: JSON.stringify(command) };
  const request = new Request(`${origin}/demo-api/worlds/${path}`, { headers, ...init });
  const answer = await backend.fetch(request);
  if (answer === null) throw new Error(`${path} is not the demo backend's.`);
  return answer;
}

const activations = `onboarding/integrations/${exampleIds.environments.slackAlerts}/activations`;

test('What happens in one world is not seen in another', async () => {
  const backend = createQuietBackend();
  backend.worlds.get('one').emulator.data.activations.length = 0;
  const [one, two] = [
    await ask(backend, `one/${activations}`, { user: 'bashir' }),
    await ask(backend, `two/${activations}`, { user: 'bashir' }),
  ];
  expect(await one.json()).toEqual({ items: [] });
  expect(await two.json()).toMatchObject({ items: [{ id: exampleIds.activations.bashirSlack }] });
});

test('Starting over brings back the first data and takes the faults away', async () => {
  const backend = createQuietBackend();
  backend.worlds.get('one').emulator.data.activations.length = 0;
  await ask(backend, 'one/controls', {
    command: { action: 'addFault', operation: '*', fault: { kind: 'hang' }, times: null },
  });
  await ask(backend, 'one/controls', { command: { action: 'reset' } });
  const { emulator } = backend.worlds.get('one');
  expect(emulator.faults.list()).toEqual([]);
  expect(emulator.data.activations).toHaveLength(2);
});

test('The controls count the requests and gives nothing away', async () => {
  const backend = createQuietBackend();
  await ask(backend, `one/${activations}`, { user: 'bashir' });
  const text = await (await ask(backend, 'one/controls')).text();
  expect(JSON.parse(text)).toMatchObject({ requests: { ListUserActivations: 1 } });
  const { data } = backend.worlds.get('one').emulator;
  expect(findLeaks({ path: 'controls', user: null, text }, data)).toEqual([]);
});

test('The controls refuse an unknown command', async () => {
  const answer = await ask(createQuietBackend(), 'one/controls', {
    command: { action: 'explode' },
  });
  expect(answer.status).toBe(400);
});

test('Nobody is signed in without a name, and a world needs a plain one', async () => {
  const backend = createQuietBackend();
  expect((await ask(backend, `one/${activations}`)).status).toBe(401);
  expect(
    await backend.fetch(new Request(`${origin}/demo-api/worlds/Caf%C3%A9/controls`)),
  ).toBeNull();
});

test('A world of a story begins as the story says', () => {
  const { emulator } = createQuietBackend().worlds.get('story-submitting--a-test');
  expect(emulator.faults.list()).toMatchObject([
    { operation: 'ActivateUser', fault: { kind: 'hang' } },
  ]);
});
