import { expect } from 'vitest';
import { checkPlatform } from '../../src/check-platform/checkPlatform.js';
import { describeFindings } from '../../src/check-platform/describeFindings.js';
import type { PlatformFindings } from '../../src/check-platform/findings.js';
import { createRedactor } from '../../src/check-platform/redact.js';
import { toReport } from '../../src/check-platform/toReport.js';
import { canaries, createEmulator, type Emulator, type OperationName } from '../../src/emulator.js';
import type { PlatformOptions } from '../../src/server.js';
import { type Runtime, toRuntime } from '../../src/server/runtime.js';
import { toSettings } from '../../src/server/settings.js';

/** Gives another body in place of the emulator's. */
export type Edit = (body: unknown) => unknown;

export interface RunOptions {
  readonly emulator?: Emulator;
  readonly userId?: string | null;
  readonly projectId?: string | null;
  readonly platform?: Partial<PlatformOptions>;
  readonly runtime?: Partial<Runtime>;
  /** By the end of the path of a request: what its answers say instead. */
  readonly edits?: Readonly<Record<string, Edit>>;
}

export interface PlatformRun {
  readonly findings: PlatformFindings;
  readonly lines: readonly string[];
  readonly report: string;
}

/** Checks an emulated platform; whatever happens, nothing is written and no secret is told. */
export async function runCheck(options: RunOptions = {}): Promise<PlatformRun> {
  const { emulator = createEmulator(), userId = 'user-carla', projectId = null } = options;
  const { platform } = toSettings({
    basePath: '/',
    integrations: [],
    identify: () => null,
    platform: {
      organisationId: emulator.data.organisationId,
      auth: { type: 'apiKey', apiKey: emulator.data.apiKeys[0] },
      fetch: editAnswers(emulator, options.edits ?? {}),
      ...options.platform,
    },
  });
  const runtime = toRuntime({ random: () => 0, ...options.runtime });
  const findings = await checkPlatform({ platform, userId, projectId }, runtime);
  const redact = createRedactor(platform.auth, findings.exchanges);
  const output = redact(describeFindings({ platform }, findings).join('\n'));
  const report = redact(toReport({ platform, node: 'v20', now: 0 }, findings));
  expect(canaries.findIn(output + report)).toEqual([]);
  expect(emulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  return { findings, lines: output.split('\n'), report };
}

function editAnswers(
  { fetch }: Emulator,
  edits: Readonly<Record<string, Edit>>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await fetch(request);
    const { pathname } = new URL(request.url);
    const edit = Object.entries(edits).find(([end]) => pathname.endsWith(end))?.[1];
    return edit === undefined ? response : Response.json(edit(await response.json()));
  };
}

/** Changes the first item of a page, or of a bare list. */
export const editFirst =
  (change: object): Edit =>
  (body) => {
    const page = body as { items: object[] } | object[];
    const [first, ...rest] = Array.isArray(page) ? page : page.items;
    const items = [{ ...first, ...change }, ...rest];
    return Array.isArray(page) ? items : { ...page, items };
  };

export const editBody =
  (change: object): Edit =>
  (body) => ({ ...(body as object), ...change });

/** The reads of the handler, and the list of projects. */
export const reads: readonly OperationName[] = [
  'ListProjects',
  'GetProject',
  'ListProjectConnectionTemplates',
  'ListEnvironmentConnections',
  'GetEndUser',
  'ListUserActivations',
  'ListConnections',
  'GetConnection',
];
