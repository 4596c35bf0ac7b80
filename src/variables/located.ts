import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { getAt, parsePointer } from '../domain/pointer.js';
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
  return parsePointer(decodeURIComponent(location.slice(1))) ?? [];
}

/** Follows a keyword location through holders and references; `null` where it leads nowhere. */
export function locateKeyword(document: SchemaDocument, location: string): KeywordPlace | null {
  const steps = toSteps(location);
  const keyword = steps.pop() ?? '';
  let owner: JsonValue | undefined = document.root;
  let through = '';
  let within: KeywordPlace['within'] = null;
  while (steps.length > 0 && isJsonObject(owner)) {
    through = steps.shift() ?? '';
    if (through === 'contains' || through === 'propertyNames') within ??= through;
    const next: JsonValue | undefined =
      through === '$ref' ? document.getTarget(owner) : getOwn(owner, through);
    const isMany: boolean = next !== undefined && getHolder(through, next) === 'many';
    owner = isMany ? getAt(next, steps.splice(0, 1)) : next;
  }
  return isJsonObject(owner) ? { owner, keyword, through, within } : null;
}
