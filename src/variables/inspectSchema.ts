import { isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../domain/json.js';
import { toPointer } from '../domain/pointer.js';
import { getFormatTest } from './formats.js';
import { isText } from './jsonKind.js';
import { getHolder, isBefore2019, isInPlace, isWellFormed } from './keywordShapes.js';
import type { NamePatterns } from './namePatterns.js';
import { createPatternTest } from './pattern.js';
import type { PatternWork } from './patternProgram.js';
import type { SchemaProblem, SchemaProblemReason } from './schema/schemaProblem.js';
import { addTest } from './testedKeyword.js';

interface Surroundings {
  readonly getTarget: (node: JsonObject) => JsonSchema | undefined;
  /** Counts how often the reference of a schema is followed. */
  readonly watch: (node: JsonObject, reference: string) => void;
  readonly patterns: NamePatterns;
  readonly work: PatternWork;
}

/**
 * Walks every schema that an evaluation could reach, takes over what the library would get wrong, and
 * answers with the first thing that makes the schema unusable.
 */
export function inspectSchema(
  root: JsonSchema,
  draft: string,
  { getTarget, watch, patterns, work }: Surroundings,
): SchemaProblem | null {
  /** For each schema those that judge the same value. */
  const inPlace = new Map<JsonObject, JsonObject[]>();
  let problem: SchemaProblem | null = null;

  function say(reason: SchemaProblemReason, at: string, detail: string): void {
    problem ??= { reason, at, detail };
  }

  function inspect(node: JsonValue, at: string): void {
    if (!isJsonObject(node)) {
      if (typeof node !== 'boolean') say('notSchema', at, '');
      return;
    }
    if (inPlace.has(node)) return;
    inPlace.set(node, []);
    const isAlone = isBefore2019(draft) && isText(node['$ref']);
    for (const [keyword, value] of Object.entries(node)) {
      const path = at + toPointer([keyword]);
      if (isAlone && keyword !== '$ref') continue;
      if (!isWellFormed(keyword, value, draft)) say('keyword', path, keyword);
      else inspectKeyword(node, keyword, value, path);
    }
  }

  function inspectKeyword(node: JsonObject, keyword: string, value: JsonValue, path: string): void {
    const holder = getHolder(keyword, value);
    if (holder === 'one') reach(node, keyword, value, path);
    // Definitions count where something refers to them.
    else if (holder && typeof value === 'object' && !/^(?:\$defs|definitions)$/.test(keyword)) {
      for (const [name, held] of Object.entries<JsonValue>(value ?? {})) {
        reach(node, keyword, held, path + toPointer([name]));
      }
    }
    if (keyword === 'patternProperties' && isJsonObject(value)) {
      if (!patterns.add(node, value)) say('pattern', path, keyword);
    }
    if (isText(value)) inspectText(node, keyword, value, path);
  }

  function inspectText(node: JsonObject, keyword: string, value: string, path: string): void {
    if (keyword === '$ref') {
      const target = getTarget(node);
      if (target === undefined) return say('reference', path, value);
      watch(node, value);
      reach(node, keyword, target, path);
    }
    if (keyword === 'pattern') {
      const test = createPatternTest(value, work);
      if (test === null) return say('pattern', path, value);
      addTest(node, keyword, value, test);
      Reflect.deleteProperty(node, keyword);
    }
    if (keyword === 'format') {
      const test = getFormatTest(value);
      if (test) addTest(node, keyword, value, (text) => (test(text) ? 'match' : 'noMatch'));
    }
  }

  function reach(from: JsonObject, keyword: string, value: JsonValue, path: string): void {
    if (isInPlace(keyword) && isJsonObject(value)) inPlace.get(from)?.push(value);
    inspect(value, path);
  }

  inspect(root, '');
  if (hasLoop(inPlace)) say('loop', '', '');
  return problem;
}

/** Whether some schema leads back to itself while the value stays the same. */
function hasLoop(edges: ReadonlyMap<JsonObject, readonly JsonObject[]>): boolean {
  const isOnWay = new Map<JsonObject, boolean>();
  const leadsBack = (node: JsonObject): boolean => {
    const known = isOnWay.get(node);
    if (known !== undefined) return known;
    isOnWay.set(node, true);
    const found = edges.get(node)?.some(leadsBack) ?? false;
    isOnWay.set(node, false);
    return found;
  };
  return [...edges.keys()].some(leadsBack);
}
