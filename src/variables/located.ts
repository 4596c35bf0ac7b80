import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { isList } from './jsonKind.js';
import { getHolder } from './keywordShapes.js';
import type { SchemaDocument } from './schemaDocument.js';

/** Where in a document an error of the library arose. */
export interface KeywordPlace {
  /** The schema that the keyword stands in. */
  readonly owner: JsonObject;
  readonly keyword: string;
  /** The keyword through which the evaluation came to `owner`; empty at the root. */
  readonly through: string;
  /** An outer keyword that speaks for everything below it. */
  readonly within: 'contains' | 'propertyNames' | null;
}

/** The steps of a location of the library: `#/a%20b/0` → `['a b', '0']`. */
export function toSteps(location: string): string[] {
  if (!location.startsWith('#/')) return [];
  return location
    .slice(2)
    .split('/')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Follows a keyword location through holders and references; `null` where it leads nowhere. */
export function locateKeyword(document: SchemaDocument, location: string): KeywordPlace | null {
  const steps = toSteps(location);
  const last = steps.pop();
  if (last === undefined || typeof document.root === 'boolean') return null;
  let owner: JsonObject = document.root;
  let through = '';
  let within: KeywordPlace['within'] = null;
  for (let n = 0; n < steps.length; n += 1) {
    through = steps[n] ?? '';
    if (through === 'contains' || through === 'propertyNames') within ??= through;
    let next: JsonValue | undefined =
      through === '$ref' ? document.getTarget(owner) : getOwn(owner, through);
    const holder = through === '$ref' || next === undefined ? 'one' : getHolder(through, next);
    if (holder === 'list' || holder === 'map') {
      n += 1;
      next = getMember(next, steps[n]);
    }
    if (!isJsonObject(next)) return null;
    owner = next;
  }
  return { owner, keyword: last, through, within };
}

function getMember(value: JsonValue | undefined, step: string | undefined): JsonValue | undefined {
  if (step === undefined) return undefined;
  if (isList(value)) return value[Number(step)];
  return isJsonObject(value) ? getOwn(value, step) : undefined;
}
