import { isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../domain/json.js';
import { toPointer } from '../domain/pointer.js';
import { getFormatTest } from './formats.js';
import { getHolder, isInPlace, isWellFormed } from './keywordShapes.js';
import type { LiveTests } from './liveTests.js';
import { createPatternTest } from './pattern.js';
import type { SchemaProblem, SchemaProblemReason } from './schemaProblem.js';

interface Surroundings {
  readonly getTarget: (node: JsonObject) => JsonSchema | undefined;
  readonly tests: LiveTests;
}

/** A pointer, written out only where there is something to say. */
interface Path {
  readonly around: Path | null;
  readonly step: string;
}

/**
 * Walks every schema that an evaluation could reach, hands to `tests` what the library would get
 * wrong, and answers with the first thing that makes the schema unusable.
 */
export function inspectSchema(
  root: JsonSchema,
  draft: string,
  { getTarget, tests }: Surroundings,
): SchemaProblem | null {
  const seen = new Set<JsonObject>();
  const inPlace = new Map<JsonObject, JsonObject[]>();
  const open: [JsonValue | undefined, Path | null][] = [[root, null]];
  let problem: SchemaProblem | null = null;

  function say(reason: SchemaProblemReason, path: Path | null, detail: string): void {
    problem ??= { reason, at: toPointer(toSteps(path)), detail };
  }

  function reach(
    from: JsonObject,
    keyword: string,
    value: JsonValue | undefined,
    path: Path,
  ): void {
    open.push([value, path]);
    if (isInPlace(keyword) && isJsonObject(value)) inPlace.get(from)?.push(value);
  }

  function reachHeld(node: JsonObject, keyword: string, value: JsonValue, path: Path): void {
    const holder = getHolder(keyword, value);
    if (holder === 'one') reach(node, keyword, value, path);
    if (holder === undefined || holder === 'one') return;
    // Definitions count where something refers to them.
    if (keyword === '$defs' || keyword === 'definitions') return;
    if (typeof value !== 'object' || value === null) return;
    for (const [name, held] of Object.entries<JsonValue>(value)) {
      reach(node, keyword, held, { around: path, step: name });
    }
  }

  function inspectKeyword(node: JsonObject, keyword: string, value: JsonValue, path: Path): void {
    if (!isWellFormed(keyword, value, draft)) return say('keyword', path, keyword);
    reachHeld(node, keyword, value, path);
    if (keyword === '$ref' && typeof value === 'string') {
      const target = getTarget(node);
      if (target === undefined) return say('reference', path, value);
      tests.limit(node, value);
      reach(node, keyword, target, path);
    }
    if (keyword === 'patternProperties' && isJsonObject(value)) {
      if (!tests.addPatternProperties(node, value)) say('pattern', path, keyword);
    }
    if (keyword === 'pattern' && typeof value === 'string') {
      const test = createPatternTest(value);
      if (test === null) return say('pattern', path, value);
      tests.add(node, 'pattern', value, test);
      Reflect.deleteProperty(node, keyword);
    }
    if (keyword === 'format' && typeof value === 'string') {
      const test = getFormatTest(value);
      if (test) tests.add(node, 'format', value, (text) => (test(text) ? 'match' : 'noMatch'));
    }
  }

  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, path] = next;
    if (typeof node === 'boolean') continue;
    if (!isJsonObject(node)) {
      say('notSchema', path, '');
      continue;
    }
    if (seen.has(node)) continue;
    seen.add(node);
    inPlace.set(node, []);
    // Before 2019-09 a reference replaces what stands beside it.
    const alone = (draft === '4' || draft === '7') && typeof node['$ref'] === 'string';
    const entries = Object.entries(node).filter(([keyword]) => !alone || keyword === '$ref');
    for (const [keyword, value] of entries)
      inspectKeyword(node, keyword, value, { around: path, step: keyword });
  }
  if (hasLoop(inPlace)) say('loop', null, '');
  return problem;
}

function toSteps(path: Path | null): string[] {
  return path === null ? [] : [...toSteps(path.around), path.step];
}

/** Whether some schema leads back to itself while the value stays the same. */
function hasLoop(edges: ReadonlyMap<JsonObject, readonly JsonObject[]>): boolean {
  const done = new Set<JsonObject>();
  const onWay = new Set<JsonObject>();
  for (const start of edges.keys()) {
    const stack: [JsonObject, 'enter' | 'leave'][] = [[start, 'enter']];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const [node, phase] = next;
      if (phase === 'leave') {
        onWay.delete(node);
        done.add(node);
      } else if (onWay.has(node)) return true;
      else if (!done.has(node)) {
        onWay.add(node);
        stack.push([node, 'leave']);
        for (const to of edges.get(node) ?? []) stack.push([to, 'enter']);
      }
    }
  }
  return false;
}
