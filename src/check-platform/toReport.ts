import type { PlatformSettings } from '../server/settings.js';
import { findDifferences } from './findDifferences.js';
import type { PlatformFindings } from './findings.js';
import { toOperationRows } from './operationRows.js';

export interface ReportContext {
  readonly platform: PlatformSettings;
  readonly node: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The file to attach to a report: how the platform answers, with no name, id or value of yours. */
export function toReport(
  { platform, node, now }: ReportContext,
  { projects, user, failures, exchanges }: PlatformFindings,
): string {
  const environments = projects.flatMap((project) => project.environments);
  const templates = environments.flatMap(({ definition }) => definition?.templates ?? []);
  const report = {
    command: 'react-versori-onboarding check-platform',
    madeAt: new Date(now).toISOString(),
    node,
    platform: platform.baseUrl,
    auth: platform.auth.type,
    operations: toOperationRows(exchanges),
    differences: findDifferences(exchanges),
    failures,
    found: {
      projects: projects.length,
      environments: environments.map(({ definition }) => definition?.status ?? 'not read'),
      templates: templates.map(({ managed, connect }) => ({
        managed,
        connect: connect?.schemes.map(({ kind }) => kind) ?? null,
      })),
      schemas: projects.map(({ schema }) => ({
        fields: schema?.fieldCount ?? null,
        asJson: schema?.asJson.map(({ reason }) => reason) ?? [],
        faults: schema?.faults.map(({ reason }) => reason) ?? [],
      })),
      user: user === null ? null : { isKnown: user.isKnown },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
