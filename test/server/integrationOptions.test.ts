import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import type { HostTemplate } from '../../src/server.js';
import { hostApi } from '../../src/wire/hostApi.js';
import { createTestHost, exampleIntegrations, type TestHost } from '../support/host.js';
import { environmentPath } from './example.js';

const { slack } = exampleIds.templates.slackAlerts;

function createHostWith(template: HostTemplate): TestHost {
  const integrations = exampleIntegrations.map((each) => ({
    ...each,
    templates: { [slack]: template },
  }));
  return createTestHost({ options: { integrations } });
}

async function readTemplate(host: TestHost): Promise<unknown> {
  const response = await host.send(environmentPath('slackAlerts'));
  const parsed = hostApi.getIntegration.parseAnswer(await response.json());
  return parsed.ok && parsed.value.connectionTemplates[0];
}

describe('a template that the host describes', () => {
  it('goes by the host’s name, with its icon and its help', async () => {
    const words = { name: 'Team chat', iconUrl: '/chat.svg', helpUrl: 'https://help.example/chat' };
    expect(await readTemplate(createHostWith(words))).toMatchObject(words);
  });

  it('has neither icon nor help where the host gives none', async () => {
    const template = await readTemplate(createTestHost());
    expect(template).not.toHaveProperty('iconUrl');
    expect(template).not.toHaveProperty('helpUrl');
  });

  it.each(['iconUrl', 'helpUrl'])(
    'loses a %s that is no link, and the host hears of it',
    async (name) => {
      const host = createHostWith({ [name]: 'javascript:alert(1)' });
      expect(await readTemplate(host)).not.toHaveProperty(name);
      expect(host.errors.map(String)).toEqual([expect.stringContaining(`['${slack}'].${name}`)]);
    },
  );
});
