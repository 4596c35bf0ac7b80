import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { createInPageBackend } from '../../src/testing.js';

const { environments, users, templates, connections } = exampleIds;
const signal = new AbortController().signal;

const slackInput = {
  environmentId: environments.slackAlerts,
  connections: [
    {
      connectionTemplateId: templates.slackAlerts.slack,
      existingConnectionId: connections.ameliaSlack,
    },
  ],
  dynamicVariables: {},
};

describe('the backend in the page', () => {
  it('turns an integration on, and the emulated platform holds it', async () => {
    const backend = createInPageBackend();
    const listed = await backend.listIntegrations({ signal });
    expect(listed.map(({ name }) => name)).toContain('Slack alerts');
    await backend.activate(slackInput, { signal, idempotencyKey: crypto.randomUUID() });
    expect(backend.emulator.data.activations).toContainEqual(
      expect.objectContaining({ userId: users.amelia.id, environmentId: environments.slackAlerts }),
    );
  });

  it('signs in whom the host names, and nobody where it says so', async () => {
    const bashir = createInPageBackend({ user: { externalId: users.bashir.externalId } });
    const slack = { environmentId: environments.slackAlerts };
    expect([...(await bashir.listActivations(slack, { signal }))]).toHaveLength(1);
    const nobody = createInPageBackend({ user: null });
    await expect(nobody.listIntegrations({ signal })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('meets the faults of the platform', async () => {
    const reported: string[] = [];
    const onError = (error: Error) => void reported.push(error.message);
    const backend = createInPageBackend({ handler: { onError } });
    backend.emulator.faults.add({
      operation: '*',
      fault: { kind: 'status', status: 503 },
      times: Infinity,
    });
    const reading = backend.getIntegration({ environmentId: environments.slackAlerts }, { signal });
    await expect(reading).rejects.toMatchObject({ code: 'unavailable' });
    expect(reported[0]).toContain('answered 503');
  });

  it('takes options of the handler, and a path of its own', async () => {
    const { fetch } = createInPageBackend({
      integrations: [],
      handler: { basePath: '/onboarding', identify: () => ({ externalId: 'somebody' }) },
    });
    expect(await (await fetch('/onboarding/integrations')).json()).toEqual({ items: [] });
    expect((await fetch('/api/onboarding/integrations')).status).toBe(404);
  });

  it('bundles for a browser: no module of Node’s is reachable', async () => {
    const bundle = await rolldown({
      input: 'src/testing.ts',
      platform: 'browser',
      external: /^node:/,
      logLevel: 'silent',
    });
    const { output } = await bundle.generate();
    const imported = output.flatMap((each) =>
      each.type === 'chunk' ? [...each.imports, ...each.dynamicImports] : [],
    );
    expect(output.length).toBeGreaterThan(0);
    expect(imported.filter((name) => name.startsWith('node:'))).toEqual([]);
  });
});
