import type { CheckPlatformOptions } from './readOptions.js';
import { describeProject, toIntegrationsOption } from './describeProjects.js';
import { type Difference, findDifferences } from './findDifferences.js';
import type { PlatformFindings, UserFindings } from './findings.js';
import { type OperationRow, toOperationRows } from './operationRows.js';
import { toLiteral } from './toLiteral.js';

/** Everything that was found, as lines for the terminal. */
export function describeFindings(
  { platform }: Pick<CheckPlatformOptions, 'platform'>,
  findings: PlatformFindings,
): readonly string[] {
  const { projects, projectsLeft, user, failures, exchanges } = findings;
  const key = platform.auth.type === 'apiKey' ? 'an API key' : 'a signing key';
  const differences = findDifferences(exchanges);
  const sections: (readonly string[])[] = [
    [`Versori Platform at ${platform.baseUrl}, organisation ${platform.organisationId}, ${key}`],
    ['What the key may do', ...toOperationRows(exchanges).map(toRowLine), writes],
    ...projects.map(describeProject),
    projectsLeft > 0 ? [`${projectsLeft} more projects: name one with --project`] : [],
    projects.some(({ environments }) => environments.length > 0)
      ? ['For createOnboardingHandler', ...toIntegrationsOption(projects)]
      : ['No environment was found, so there is nothing to offer yet.'],
    user === null ? [] : describeUser(user),
    failures.length === 0 ? [] : ['Not read', ...failures.map((each) => `  ✗ ${each}`)],
    differences.length === 0 ? [] : ['Not as relied on', ...differences.map(toDifferenceLine)],
    [toSummary(differences, failures)],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

const writes = '  – ActivateUser and every other write: not tried, since nothing is changed';

const marks: Readonly<Record<OperationRow['outcome'], string>> = {
  worked: '✓',
  refused: '✗',
  failed: '✗',
  'not tried': '–',
};

function toRowLine({ operation, outcome, answers, slowestMs, largestBytes }: OperationRow): string {
  const start = `  ${marks[outcome]} ${operation}: `;
  if (outcome === 'not tried') return `${start}not tried, there was nothing to ask for`;
  const refused = outcome === 'refused' ? 'the key may not, ' : '';
  return `${start}${refused}${answers}; slowest ${slowestMs} ms, largest ${toKilobytes(largestBytes)} kB`;
}

function toKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function describeUser({
  externalId,
  isKnown,
  connections,
  activations,
}: UserFindings): readonly string[] {
  const called = `User ${toLiteral(externalId)}`;
  if (!isKnown) {
    return [`${called}: not known to the platform yet; the handler makes them known when needed`];
  }
  return [
    called,
    ...connections.flatMap(({ template, items, totalCount }) => [
      `  ${toLiteral(template.name)}: ${totalCount ?? items.length} connections`,
      ...items.map(({ connection }) => {
        return `    ${toLiteral(connection.name)} ${connection.id}: ${connection.health.status}`;
      }),
    ]),
    ...activations.map(({ environment, items }) => {
      const ids = items.map(({ id }) => ` ${id}`).join('');
      return `  ${toLiteral(environment.projectName)}: ${items.length} activations${ids}`;
    }),
  ];
}

function toDifferenceLine({ operation, pointer, expected, seen, count }: Difference): string {
  const at = pointer === '' ? '' : ` at ${pointer}`;
  const times = count > 1 ? ` (${count} answers)` : '';
  return `  ✗ ${operation}${at}: expected ${expected}, seen ${seen}${times}`;
}

function toSummary(differences: readonly Difference[], failures: readonly string[]): string {
  if (differences.length + failures.length === 0) {
    return 'Every answer is as the handler relies on.';
  }
  return `${differences.length} places are not as the handler relies on, ${failures.length} reads failed.`;
}
