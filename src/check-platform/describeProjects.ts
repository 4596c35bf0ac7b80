import type { Definition, DefinedTemplate } from '../server/definitions.js';
import type { EnvironmentFindings, ProjectFindings } from './findings.js';
import type { SchemaFindings } from './inspectSchema.js';
import { toLiteral } from './toLiteral.js';

/** A project, its environments and templates, and what users would be asked for; one line each. */
export function describeProject({
  id,
  name,
  schema,
  environments,
}: ProjectFindings): readonly string[] {
  return [
    `Project ${toLiteral(name)} ${id}`,
    ...environments.flatMap(describeEnvironment),
    ...describeSchema(schema),
  ].map((line, index) => (index === 0 ? line : `  ${line}`));
}

function describeEnvironment({
  id,
  name,
  status,
  definition,
}: EnvironmentFindings): readonly string[] {
  const called = name === undefined ? '' : `${toLiteral(name)} `;
  const title = `Environment ${called}${id}: ${describeStatus(status)}`;
  if (definition === null) return [title, '  ✗ could not be read, see below'];
  return [
    title,
    ...definition.templates.map((each) => `  ${describeTemplate(each)}`),
    ...definition.problems.map((each) => `  ✗ ${each}`),
  ];
}

function describeStatus(status: string | undefined): string {
  switch (status) {
    case 'running':
      return 'running, users can turn it on';
    case 'error':
      return 'error, shown as not working';
    case 'suspended':
    case 'draft':
      return `${status}, shown as unavailable`;
    default:
      return 'of no known status, shown as unavailable';
  }
}

function describeTemplate(template: DefinedTemplate): string {
  const { id, name, authTypes, managed, staticConnectionId } = template;
  const types = authTypes.map(toLiteral).join(' and ') || 'no authentication';
  const use = managed
    ? `static, the connection ${staticConnectionId ?? ''} is yours and users see none`
    : describeConnect(template);
  return `Template ${toLiteral(name)} ${id}: ${types}; ${use}`;
}

function describeConnect({ connect, authSchemes }: DefinedTemplate): string {
  if (connect !== null) {
    const kinds = connect.schemes.map(({ kind }) => kind).join(' and ');
    return `users choose an account, or connect one (${kinds})`;
  }
  const unknown = authSchemes.filter(({ kind }) => kind === null).length;
  const reason = unknown > 0 ? 'no form can be made for its authentication' : 'it lists no scheme';
  return `users choose an account; they cannot connect one here, since ${reason}: give onConnectNew`;
}

function describeSchema(schema: SchemaFindings | null): readonly string[] {
  if (schema === null) return ['Variables: none are declared'];
  const { fieldCount, asJson, faults } = schema;
  return [
    `Variables: ${fieldCount} ${fieldCount === 1 ? 'field' : 'fields'}`,
    ...asJson.map(
      ({ pointer, reason }) => `  ✗ ${toLiteral(pointer)} is asked for as JSON (${reason})`,
    ),
    ...faults.map(
      ({ at, reason, detail }) =>
        `  ✗ the schema at ${toLiteral(at)} has a fault: ${reason}${detail === '' ? '' : ` ${toLiteral(detail)}`}`,
    ),
  ];
}

/** The option `integrations`, to be pasted; what cannot work yet is there as a comment. */
export function toIntegrationsOption(projects: readonly ProjectFindings[]): readonly string[] {
  const environments = projects.flatMap((project) => project.environments);
  return ['integrations: [', ...environments.flatMap(toEntry), '],'];
}

function toEntry({
  projectId,
  projectName,
  id,
  name,
  definition,
}: EnvironmentFindings): readonly string[] {
  const ids = `projectId: '${projectId}', environmentId: '${id}', name: ${toLiteral(projectName)}`;
  const called = name === undefined ? '' : ` // ${toLiteral(name)}`;
  if (definition !== null && definition.problems.length === 0) return [`  { ${ids} },${called}`];
  return [`  // ${toReason(definition)}`, `  // { ${ids} },`];
}

function toReason(definition: Definition | null): string {
  return definition?.problems[0] ?? 'could not be read';
}
