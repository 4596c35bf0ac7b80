import { describe, expect, it } from 'vitest';
import {
  createEmulator,
  createSigningKey,
  exampleData,
  exampleIds,
  hostileData,
} from '../../src/emulator.js';
import { editFirst, reads, runCheck } from './platformRun.js';

const { projects, environments, users, templates } = exampleIds;

describe('check-platform', () => {
  it('finds nothing wrong with the emulated platform, and reads all that the handler reads', async () => {
    const { lines, findings } = await runCheck();
    expect(lines.at(-1)).toBe('Every answer is as the handler relies on.');
    expect(findings.failures).toEqual([]);
    for (const operation of reads) {
      expect(lines.join('\n')).toMatch(new RegExp(`✓ ${operation}: 200`));
    }
  });

  it('names projects, environments, templates and what they need', async () => {
    const { lines } = await runCheck();
    expect(lines).toContain(`Project 'Warehouse sync' ${projects.warehouseSync}`);
    expect(lines).toContain(
      `  Environment 'production' ${environments.hubspotContacts}: suspended, shown as unavailable`,
    );
    expect(lines.join('\n')).toContain(
      `Template 'loqate' ${templates.warehouseSync.loqate}: 'api-key'; static, the connection ${exampleIds.connections.staticLoqate} is yours`,
    );
  });

  it('gives the option to paste, with what cannot work as a comment', async () => {
    const data = exampleData();
    data.connections = data.connections.filter(
      ({ id }) => id !== exampleIds.connections.staticLoqate,
    );
    const { lines } = await runCheck({ emulator: createEmulator({ data }) });
    const start = lines.indexOf('integrations: [');
    const pasted = lines.slice(start, lines.indexOf('],') + 1).join('\n');
    const list: unknown = JSON.parse(
      pasted
        .replace('integrations: ', '')
        .replaceAll(/^ *\/\/.*$|\/\/.*$/gm, '')
        .replaceAll(/(\w+): '([^']*)'/g, '"$1": "$2"')
        .replace(/,\s*\],$/, ']'),
    );
    expect(list).toHaveLength(4);
    expect(list).toContainEqual({
      projectId: projects.shopifyOrders,
      environmentId: environments.shopifyOrders,
      name: 'Shopify orders',
    });
    expect(pasted).toMatch(/\/\/ Integration \w+: template \w+ takes a connection of yours/);
  });

  it('shows the connections and activations of the user who is named', async () => {
    const { lines } = await runCheck({ userId: users.carla.externalId });
    expect(lines.join('\n')).toContain("'Papeterie Moreau – Lyon'");
    expect(lines).toContain(
      `  'Shopify orders': 1 activations ${exampleIds.activations.carlaShopify}`,
    );
  });

  it('asks for nobody where no user is named, and sees how the platform says so', async () => {
    const { lines, findings } = await runCheck({ userId: null });
    expect(lines.join('\n')).toMatch(/✓ GetEndUser: 404.*\n.*✓ ListUserActivations: 200/);
    expect(lines.join('\n')).toContain('– ListConnections: not tried');
    expect(findings.user).toBeNull();
  });

  it('says that the platform does not know a user yet', async () => {
    const { lines } = await runCheck({ userId: 'user-new' });
    expect(lines.join('\n')).toMatch(/User 'user-new': not known to the platform yet/);
  });

  it('looks at one project alone where that is asked, even where the key may not list', async () => {
    const emulator = createEmulator();
    emulator.faults.add({ operation: 'ListProjects', fault: { kind: 'status', status: 403 } });
    const { lines } = await runCheck({ emulator, projectId: projects.slackAlerts });
    expect(lines.filter((each) => each.startsWith('Project '))).toEqual([
      `Project 'Slack alerts' ${projects.slackAlerts}`,
    ]);
    expect(lines.join('\n')).toContain('✗ ListProjects: the key may not, 403');
  });

  it('signs as the user where the key is a signing key', async () => {
    const data = exampleData();
    const key = await createSigningKey();
    data.signingKeys.push(key);
    const { lines } = await runCheck({
      emulator: createEmulator({ data }),
      userId: 'user-amelia',
      platform: { auth: { type: 'signingKey', keyId: key.id, privateKey: key.privateKey } },
    });
    expect(lines[0]).toContain('a signing key');
    expect(lines.join('\n')).toMatch(/✓ ListConnections: 200/);
  });

  it('says that the key is not taken, in every row', async () => {
    const { lines } = await runCheck({
      platform: { auth: { type: 'apiKey', apiKey: 'canary-wrong-key' } },
    });
    expect(lines.join('\n')).toContain('✗ ListProjects: the key may not, 401');
    expect(lines.join('\n')).toContain('check platform.auth');
    expect(lines).toContain('No environment was found, so there is nothing to offer yet.');
  });

  it('tells which variables are asked for as JSON, and which faults a schema has', async () => {
    const data = exampleData();
    for (const project of data.projects) {
      project.dynamicVariablesSchema = {
        type: 'object',
        properties: { rules: { $ref: '#/$defs/none' }, code: { type: 'string', default: 7 } },
      };
    }
    const { lines } = await runCheck({ emulator: createEmulator({ data }) });
    const text = lines.join('\n');
    expect(text).toContain("✗ '/rules' is asked for as JSON (reference)");
    expect(text).toContain("✗ the schema at '/properties/code' has a fault: default 'type'");
  });

  it('survives hostile data, and tells none of its secrets', async () => {
    const data = hostileData();
    const { lines } = await runCheck({ emulator: createEmulator({ data }) });
    expect(lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
  });

  it('takes a secret out where the platform repeats it in a name', async () => {
    const secret = 'a-client-secret-of-theirs';
    const scheme = {
      type: 'oauth2',
      oauth2: { grant: { type: 'clientCredentials', clientSecret: secret } },
    };
    const edit = editFirst({ name: `shop ${secret}`, authSchemeConfigs: [scheme] });
    const { lines, report } = await runCheck({ edits: { '/connection-templates': edit } });
    expect(lines.join('\n')).toContain("Template 'shop …'");
    expect(lines.join('\n') + report).not.toContain(secret);
  });
});

describe('the report', () => {
  it('says how the platform answers, with no name, id or value of anybody', async () => {
    const { report } = await runCheck();
    expect(JSON.parse(report)).toMatchObject({ auth: 'apiKey', differences: [], failures: [] });
    const emulator = createEmulator();
    const own = [
      emulator.data.organisationId,
      ...emulator.data.projects.flatMap(({ id, name }) => [id, name]),
      ...emulator.data.connections.flatMap(({ id, name }) => [id, name]),
      ...emulator.data.users.flatMap(({ id, externalId }) => [id, externalId]),
    ];
    expect(own.filter((each) => report.includes(each))).toEqual([]);
  });
});
