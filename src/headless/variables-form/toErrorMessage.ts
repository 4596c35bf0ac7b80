import { enVariables, type VariablesMessageKey } from '../../messages/enVariables.js';
import type { Translate } from '../../messages/format.js';
import type { ErrorParameters } from '../../variables/errorParameters.js';

/** The translator of the texts of this form. */
export type TranslateVariables = Translate<VariablesMessageKey>;

/** What a message is made from: a keyword of JSON Schema or one of the form's own. */
export interface ErrorFacts {
  readonly keyword: string;
  readonly parameters: ErrorParameters;
  /** The words of the schema's author, which win. */
  readonly authorMessage?: string;
}

/** Keywords that share a message: to the user they mean the same. */
const SAME: Readonly<Record<string, string>> = {
  dependentRequired: 'required',
  unevaluatedProperties: 'additionalProperties',
};

/** What is wrong, in the words of the schema's author or else of the catalog. */
export function toErrorMessage(error: ErrorFacts, t: TranslateVariables): string {
  const { keyword, parameters, authorMessage } = error;
  if (authorMessage !== undefined) return authorMessage;
  if (keyword === 'schema') return t('field.schema');
  const name = Object.hasOwn(SAME, keyword) ? SAME[keyword] : keyword;
  return t(pickKey(`error.${name}`, parameters), parameters);
}

function pickKey(key: string, parameters: ErrorParameters): VariablesMessageKey {
  if (parameters['tooLong'] !== undefined) return 'error.tooLong';
  if (parameters['hint'] !== undefined) return 'error.patternHint';
  if (parameters['missing'] !== undefined) return 'error.missing';
  if (key === 'error.oneOf' && Number(parameters['matches']) > 1) return 'error.oneOfMany';
  const narrow = `${key}.${parameters['expected']}`;
  return toKey(isKey(narrow) ? narrow : key);
}

function toKey(key: string): VariablesMessageKey {
  if (isKey(key)) return key;
  // The others are keywords whose schema is `false`: items and properties, or conditions.
  return key.endsWith('s') ? 'error.false' : 'error.not';
}

function isKey(key: string): key is VariablesMessageKey {
  return Object.hasOwn(enVariables, key);
}
