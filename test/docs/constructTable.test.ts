import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/json.js';
import { isAnyType } from '../../src/variables/anyType.js';
import type { Field, Option } from '../../src/variables/field.js';
import { humanizeName } from '../../src/variables/humanizeName.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { node, type Case } from '../variables/case.js';
import { compoundCases } from '../variables/compoundCases.js';
import { plainCases } from '../variables/plainCases.js';

const PAGE = '../../docs/json-schema.md';

const INTRODUCTION = `# JSON Schema in the form

How \`VariablesForm\` and the variables step ask for what a schema describes, by example: each row is one
optional property \`a\` (required where it says so). The table is made from the cases that the tests
run; \`npx vitest run --project unit test/docs/constructTable.test.ts -u\` writes it anew.

- **Untouched** is what is sent where the user does nothing; **kept** are values that come out as they
  went in.
- A property is called by its \`title\`, else by its name in words: \`endpoint_skip_tls_verify\` is
  "Endpoint skip TLS verify". Values of an \`enum\` are shown as they are.
- Secret are places with \`writeOnly\`, \`format: password\`, \`ui:widget: password\`, \`airbyte_secret\`,
  \`secret\`, \`isSecret\`, \`sensitive\`, \`x-secret\` or \`x-sensitive\`, those that the host's \`isSecret\` marks, and
  all within them.
- Read as hints: \`order\`, \`ui:order\`, \`group\` (with \`groups\` for titles), \`always_show\`, \`deprecated\`,
  \`advanced\`, \`examples\`, \`suggestions\`, \`unit\`, \`x-unit\`, \`multiline\`, \`ui:widget\` (\`textarea\`,
  \`password\`, \`hidden\`), \`enumNames\`, \`x-enumNames\`, \`x-enum-varnames\`, \`pattern_descriptor\`, \`errorMessage\`.

`;

const CONTROLS: Readonly<Record<Field['kind'], string>> = {
  text: 'text field',
  longText: 'text area',
  number: 'number field',
  integer: 'number field',
  boolean: 'switch',
  choice: 'radio buttons, beyond five options a select, beyond fifty a list to search',
  set: 'checkboxes',
  const: 'checkbox',
  list: 'rows',
  object: 'group of fields',
  variant: 'choice of the shape, then its fields',
  nullable: 'field with a box for "None"',
  json: 'text area for JSON',
};

function describeControl(field: Field): string {
  if (isAnyType(field)) return 'select of the kind, then its control';
  if (field.kind === 'const' && field.required) return 'fixed text';
  if (field.hints.isHidden) return 'none: nothing can be given';
  const isMap = field.kind === 'object' && field.canAddEntry && field.fields.length === 0;
  return isMap ? 'rows of names and values' : CONTROLS[field.kind];
}

function describeLabels(field: Field): string {
  const own = field.title ?? humanizeName(field.name);
  const options = 'options' in field ? field.options.map(toLabel) : [];
  return options.length > 0 ? `${own}: ${options.join(', ')}` : own;
}

function toLabel({ label, value }: Option): string {
  if (typeof value === 'boolean') return label ?? (value ? 'Yes' : 'No');
  return label ?? toCode(value);
}

function toCode(value: JsonValue): string {
  return `\`${JSON.stringify(value).replaceAll('|', '\\|')}\``;
}

function toRow(row: Case): string {
  const { name, schema, required, untouched, kept = [] } = row;
  const { field } = resolveVariables(
    readSchema({
      type: 'object',
      properties: { a: schema },
      ...(required && { required: ['a'] }),
      $defs: { node },
    }),
    {},
  );
  const own = field.kind === 'object' ? field.fields[0] : undefined;
  if (own === undefined) throw new Error(`${name} has no field`);
  const cells = [
    name,
    toCode(schema),
    describeControl(own),
    untouched === undefined ? 'nothing' : toCode(untouched),
    kept.map(toCode).join(' '),
    own.secret ? 'yes' : 'no',
    describeLabels(own),
  ];
  return `| ${cells.join(' | ')} |`;
}

describe('docs/json-schema.md', () => {
  it('says of each construct what the tests hold', async () => {
    const head =
      '| construct | schema | control | untouched | kept | secret | label |\n|---|---|---|---|---|---|---|\n';
    const rows = [...plainCases, ...compoundCases].map(toRow).join('\n');
    const config = await resolveConfig(new URL(PAGE, import.meta.url));
    const page = await format(`${INTRODUCTION}${head}${rows}\n`, { ...config, parser: 'markdown' });
    await expect(page).toMatchFileSnapshot(PAGE);
  });
});
