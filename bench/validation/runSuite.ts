import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema, JsonValue } from '../../src/domain/json.js';
import type { Sample } from '../harness/statistics.js';
import { prepareWithSharedAjv, validators, type ValidatorName } from './validators.js';

interface Group {
  readonly schema: JsonSchema;
  readonly tests: readonly { readonly data: JsonValue; readonly valid: boolean }[];
}

let groups: readonly Group[] | null = null;

/** The required tests of draft 2020-12 whose schemas ask for nothing from a network. */
function readGroups(folder: string): readonly Group[] {
  const root = join(folder, 'tests/draft2020-12');
  return readdirSync(root)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Group[])
    .filter(({ schema }) => !/localhost:|"\$ref":"https?:/.test(JSON.stringify(schema)));
}

/** All of the suite once, each schema prepared once; how many tests are right, and how long it took. */
export async function runSuite(name: ValidatorName, folder: string): Promise<Sample> {
  groups ??= readGroups(folder);
  const prepare = name === 'Ajv (makes code)' ? prepareWithSharedAjv : validators[name];
  let [right, wrong] = [0, 0];
  const startedAt = performance.now();
  for (const { schema, tests } of structuredClone(groups)) {
    const verdict = await prepareOrNull(() => prepare(schema));
    for (const { data, valid } of tests) {
      if (verdict !== null && isRight(() => verdict(data) === valid)) right += 1;
      else wrong += 1;
    }
  }
  return { 'ms for all': performance.now() - startedAt, right, 'not right': wrong };
}

async function prepareOrNull<T>(prepare: () => T | Promise<T>): Promise<T | null> {
  try {
    return await prepare();
  } catch {
    return null;
  }
}

/** A validator that gives up is not right either. */
function isRight(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
