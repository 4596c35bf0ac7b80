import { enVariables } from '../../messages/enVariables.js';
import { createTranslator } from '../../messages/format.js';
import { checkVariables } from '../../variables/checkVariables.js';
import { toErrorMessage, type TranslateVariables } from './toErrorMessage.js';

/** What is wrong with one variable. */
export interface VariableFault {
  /** JSON Pointer into the values; of a missing property, the place where it would stand. */
  readonly path: string;
  /**
   * The violated keyword; `schema` where the schema itself cannot be used, `json` where the values
   * are no JSON, `false` where nothing is allowed.
   */
  readonly keyword: string;
  readonly message: string;
}

/**
 * Judges values by a JSON Schema of draft 4, 6, 7, 2019-09 or 2020-12 (where it names none). Empty:
 * valid. Never throws: a schema that cannot be used makes an error, never an empty list. Formats are
 * checked. Messages are English unless `t` translates the texts of `en`.
 */
export function validateVariables(
  schema: unknown,
  values: unknown,
  t: TranslateVariables = createTranslator(enVariables, 'en'),
): VariableFault[] {
  return checkVariables(schema, values).map((error) => ({
    path: error.path,
    keyword: error.keyword,
    message: toErrorMessage(error, t),
  }));
}
