import { isJsonObject, type JsonSchema, type JsonValue } from '../../domain/json.js';

export type Draft = '4' | '6' | '7' | '2019-09' | '2020-12';

export interface Dialect {
  readonly draft: Draft;
  /** False where the metaschema leaves the validation vocabulary out: nothing but applicators counts. */
  readonly validates: boolean;
}

/** Of a schema that names none. */
export const DEFAULT_DIALECT: Dialect = { draft: '2020-12', validates: true };

/** Documents that references may lead to, by their absolute URI without a fragment. */
export type SchemaDocuments = Readonly<Record<string, JsonSchema>>;

/** Whether a reference replaces what stands beside it, and `$id` may be an anchor: drafts 4 to 7. */
export function isBefore2019({ draft }: Dialect): boolean {
  return draft === '4' || draft === '6' || draft === '7';
}

const DRAFTS: readonly (readonly [name: RegExp, draft: Draft])[] = [
  [/draft-0?4/, '4'],
  [/draft-0?6/, '6'],
  [/draft-0?7/, '7'],
  [/2019-09/, '2019-09'],
  [/2020-12/, '2020-12'],
];

/** The dialect that `$schema` names: itself a draft, or a metaschema among the documents. */
export function getDialect(
  $schema: JsonValue | undefined,
  documents: SchemaDocuments,
  inherited: Dialect,
): Dialect {
  if (typeof $schema !== 'string') return inherited;
  const metaschema = documents[$schema.replace(/#$/, '')];
  if (isJsonObject(metaschema) && isJsonObject(metaschema['$vocabulary'])) {
    const vocabularies = Object.keys(metaschema['$vocabulary']);
    return {
      draft: getDraft(metaschema['$schema']),
      validates: vocabularies.some((uri) => uri.endsWith('/vocab/validation')),
    };
  }
  return { draft: getDraft($schema), validates: true };
}

function getDraft($schema: JsonValue | undefined): Draft {
  const named = typeof $schema === 'string' ? $schema : '';
  return DRAFTS.find(([name]) => name.test(named))?.[1] ?? '2020-12';
}

/** The absolute URI of a reference, split at its fragment; `null` where it is no URI. */
export function resolveUri(
  reference: string,
  base: string,
): { readonly uri: string; readonly fragment: string } | null {
  const [path = '', fragment = ''] = splitFragment(reference);
  if (path === '') return { uri: base, fragment: decode(fragment) };
  try {
    return { uri: splitFragment(new URL(path, base).href)[0] ?? '', fragment: decode(fragment) };
  } catch {
    return null;
  }
}

function splitFragment(reference: string): readonly string[] {
  const hash = reference.indexOf('#');
  return hash < 0 ? [reference] : [reference.slice(0, hash), reference.slice(hash + 1)];
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
