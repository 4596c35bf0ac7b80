import { isJsonObject } from '../domain/json.js';
import { createDeadline } from '../server/deadline.js';
import { loadDefinition } from '../server/definitions.js';
import { createAuthorise, tokenMaxAgeMs } from '../server/platform/authorisation.js';
import { createPlatformCalls, fallbackOnNotFound } from '../server/platform/platformCalls.js';
import { createPlatformClient, type PlatformClient } from '../server/platform/platformClient.js';
import { PlatformFailure } from '../server/platform/platformFailure.js';
import { createRequestCache } from '../server/requestCache.js';
import { type Runtime, toRuntime } from '../server/runtime.js';
import type { PlatformSettings } from '../server/settings.js';
import { createRecorder } from './exchange.js';
import type { EnvironmentFindings, PlatformFindings, ProjectFindings, Read } from './findings.js';
import { inspectSchema } from './inspectSchema.js';
import { listProjects, type ListedProject } from './listProjects.js';
import { readUser } from './readUser.js';

export interface CheckOptions {
  readonly platform: PlatformSettings;
  readonly userId: string | null;
  readonly projectId: string | null;
}

/** Each costs a handful of reads. */
const mostProjects = 25;

/**
 * Makes every read that the handler makes, one after the other, and nothing else. A read that fails is
 * noted, and what depends on it is left out.
 */
export async function checkPlatform(
  { platform: settings, userId, projectId }: CheckOptions,
  runtime: Runtime = toRuntime({}),
): Promise<PlatformFindings> {
  const recorder = createRecorder(settings, runtime.monotonicNow);
  const { platform } = recorder;
  const { organisationId, timeoutMs } = platform;
  const tokens = createRequestCache<string>({
    runtime,
    timeoutMs,
    organisationId,
    operation: 'sign',
    maxAgeMs: tokenMaxAgeMs,
    maxEntries: 10,
    maxBytes: 64 * 1024,
  });
  const authorise = createAuthorise(platform.auth, runtime, tokens);
  const client = createPlatformClient({ platform }, runtime, authorise);
  // Each project of the list brings its source files.
  const list = { ...platform, maxAnswerBytes: platform.maxListBytes };
  const transport = { ...list, now: runtime.now, authorise };
  const calls = createPlatformCalls(organisationId, transport, runtime);
  const failures = new Set<string>();
  // Nobody has this id: what the platform says of unknown users is seen on the way.
  const user = { externalId: userId ?? `check-platform-${runtime.createId()}` };
  const read: Read = async (work) => {
    const deadline = createDeadline(runtime, timeoutMs);
    try {
      return await work({ user, deadline });
    } catch (error) {
      if (!(error instanceof PlatformFailure)) throw error;
      failures.add(error.message);
      return undefined;
    } finally {
      deadline.end();
    }
  };

  const { listed, left } = await chooseProjects(projectId, () =>
    read((caller) => listProjects(calls, caller)),
  );
  const projects: ProjectFindings[] = [];
  for (const project of listed) projects.push(await inspectProject(client, read, project));
  const environments = projects.flatMap((project) => project.environments);
  const found = await readUser(client, read, environments);
  return {
    projects,
    projectsLeft: left,
    user: userId === null ? null : { ...found, externalId: userId },
    failures: [...failures],
    exchanges: await recorder.listExchanges(),
  };
}

async function chooseProjects(
  projectId: string | null,
  list: () => Promise<readonly ListedProject[] | undefined>,
): Promise<{ listed: readonly ListedProject[]; left: number }> {
  const found = (await list()) ?? [];
  if (projectId === null) {
    return { listed: found.slice(0, mostProjects), left: Math.max(0, found.length - mostProjects) };
  }
  // The handler does without the list, so a key that may not list still gets its project checked.
  const known = found.find(({ id }) => id === projectId);
  return { listed: [known ?? { id: projectId, name: undefined, environments: null }], left: 0 };
}

async function inspectProject(
  client: PlatformClient,
  read: Read,
  { id: projectId, name, environments: listed }: ListedProject,
): Promise<ProjectFindings> {
  const project = await read((caller) =>
    fallbackOnNotFound(null, client.getProject(caller, projectId)),
  );
  const projectName = project?.name ?? name ?? projectId;
  const names = new Map((listed ?? []).map((each) => [each.id, each.name]));
  const environments: EnvironmentFindings[] = [];
  for (const { id, status } of project?.environments ?? listed ?? []) {
    if (id === undefined) continue;
    const definition = await read((caller) =>
      loadDefinition(client, caller, { projectId, environmentId: id }),
    );
    // The handler asks where a template is static; whether the key may is worth knowing before.
    await read((caller) =>
      client.listEnvironmentConnections(caller, { projectId, environmentId: id }),
    );
    environments.push({
      projectId,
      projectName,
      id,
      name: names.get(id),
      status,
      definition: definition ?? null,
    });
  }
  const schema = project?.variablesSchema;
  const isSchema = typeof schema === 'boolean' || isJsonObject(schema);
  return {
    id: projectId,
    name: projectName,
    schema: isSchema ? inspectSchema(schema) : null,
    environments,
  };
}
