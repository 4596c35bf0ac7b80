import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { createSchemaWalk } from '../../src/variables/secretPlaces.js';
import { keepSecrets, splitSecrets } from '../../src/variables/secrets.js';
import { measure } from './measure.js';

/** A schema, and what is stored under it. */
interface HostileAnswer {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly variables: JsonObject;
}

const secret = { writeOnly: true };

const isSecret = (schema: JsonObject): boolean => schema['x-vault'] === true;

/** The longest that a handler may stand still. */
const AIM_MS = 50;

const HOSTILE: readonly HostileAnswer[] = [
  toCase('nested repetitions, 10,000 names', { '^([a-z0-9]+_?)+$': {} }, 10_000),
  {
    name: 'equal alternatives, one name',
    schema: { patternProperties: { '^(?:a|a|a|a)*$': secret } },
    variables: { [`${'a'.repeat(60)}!`]: 1 },
  },
  toCase('equal alternatives, 20,000 names', { '^(?:a|a|a|a|[a-z]|_|\\d)*$': {} }, 20_000),
  toCase('300 patterns, 20,000 names', toPatterns(300), 20_000),
  toCase('2,000 patterns, 20,000 names', toPatterns(2_000), 20_000),
  toCase('counted repetitions', { '^(?:[a-z_]{1,30}\\d{0,20}){1,20}$': {} }, 10_000),
  {
    name: 'a ring of 50 references, 22,000 names',
    schema: {
      additionalProperties: { $ref: '#/$defs/s0' },
      $defs: Object.fromEntries(
        Array.from({ length: 50 }, (_, n) => [`s${n}`, { $ref: `#/$defs/s${(n + 1) % 50}` }]),
      ),
    },
    variables: toVariables(22_000),
  },
  {
    name: 'a choice of 60,000 schemas',
    schema: { anyOf: Array.from({ length: 60_000 }, () => ({})) },
    variables: toVariables(10),
  },
  {
    name: '9,000 properties, half of them references',
    schema: {
      properties: Object.fromEntries(
        Array.from({ length: 9_000 }, (_, n) => [
          `name_of_setting_${n}`,
          n % 2 === 0 ? { type: 'string' } : { $ref: '#/$defs/s' },
        ]),
      ),
      $defs: { s: {} },
    },
    variables: toVariables(9_000),
  },
  {
    name: '4,000 dynamic anchors',
    schema: { allOf: Array.from({ length: 4_000 }, (_, n) => ({ $dynamicAnchor: `a${n}` })) },
    variables: toVariables(1_000),
  },
  {
    name: 'lists in lists',
    schema: {
      additionalProperties: { $ref: '#/$defs/l' },
      $defs: { l: { items: { $ref: '#/$defs/l' } } },
    },
    variables: { list: toLists(6) },
  },
];

/**
 * Measures how long the handler stands still at most while it tells what is secret in one answer and
 * one write, in milliseconds of computing. Whether every case keeps the aim.
 */
export function measureServer(): boolean {
  console.log(
    `read ms  list ms  write ms  own marks ms  (computing in the handler; aim: ${AIM_MS})`,
  );
  let isKept = true;
  for (const { name, schema, variables } of HOSTILE) {
    // A schema is read once for each object.
    const read = measure(() => readSchema(structuredClone(schema)));
    const list = measure(() => splitSecrets(createSchemaWalk(schema), variables));
    const write = measure(() => keepSecrets(createSchemaWalk(schema), variables, variables));
    const host = measure(() => splitSecrets(createSchemaWalk(schema, { isSecret }), variables));
    const isMissed = Math.max(read, list, write, host) > AIM_MS;
    isKept &&= !isMissed;
    const cells = [read, list, write, host].map((time) => time.toFixed(1).padStart(7)).join('   ');
    console.log(`${cells}  ${name}${isMissed ? ' ✗' : ''}`);
  }
  return isKept;
}

function toCase(name: string, patternProperties: JsonObject, count: number): HostileAnswer {
  return { name, schema: { patternProperties }, variables: toVariables(count) };
}

function toVariables(count: number): JsonObject {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`name_of_setting_${index}`, index]),
  );
}

function toPatterns(count: number): JsonObject {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`^harmless_${n}_[a-z]+$`, {}] as const),
  );
}

/** Lists of five lists, so many deep. */
function toLists(depth: number): JsonValue {
  return depth === 0 ? 1 : Array.from({ length: 5 }, () => toLists(depth - 1));
}
