import { toCanonicalJson, type JsonValue } from '../domain/json.js';
import type { Field } from './field.js';
import { createFormEvaluator } from './formEvaluator.js';
import { createFieldResolver } from './resolveField.js';
import type { IsSecret } from './isSecretSchema.js';
import type { ReadSchema } from './schema/readSchema.js';
import { createReadSchemaWalk } from './secretPlaces.js';
import { toValue, type InputProblem } from './toValue.js';
import { guessValue, type VariableInput } from './variableInput.js';

/** The whole form: its fields, the input with all that was filled in, and what that stands for. */
export interface ResolvedVariables {
  readonly field: Field;
  readonly input: VariableInput | undefined;
  readonly values: JsonValue | undefined;
  readonly problems: readonly InputProblem[];
  /** Fields come and go with values: to be resolved anew after every change. */
  readonly isDynamic: boolean;
}

export interface ResolveOptions {
  /** What the user did so far; wins over `values`. */
  readonly input?: VariableInput | undefined;
  /** What the form is opened with; wins over the schema's defaults. */
  readonly values?: JsonValue | undefined;
  /**
   * Whether what `values` leaves out gets the schema's defaults (true). False for values that were
   * stored before, where leaving out was a decision.
   */
  readonly fillsDefaults?: boolean | undefined;
  readonly previous?: Field | undefined;
  /** The host's own marks of secrets. Must not throw. */
  readonly isSecret?: IsSecret | undefined;
  /** What a field's input stands for (`toValue`), where more is known of it. */
  readonly toValues?: typeof toValue;
}

/** Conditions may depend on fields that other conditions bring: so many, one after the other. */
const MAX_ROUNDS = 40;

/**
 * Resolves a schema for an input. Fields that conditions bring get their defaults too. Fields that
 * did not change since `previous` are the same objects.
 */
export function resolveVariables(
  read: ReadSchema,
  {
    input,
    values: seed,
    fillsDefaults = true,
    previous,
    toValues = toValue,
    isSecret,
  }: ResolveOptions,
): ResolvedVariables {
  const evaluator = createFormEvaluator(read);
  const { root: secrets } = createReadSchemaWalk(read, { isSecret });
  // Each round begins anew with what the user did, so that no default of a wrong branch stays.
  let current = previous === undefined ? guessValue(input) : toValues(previous, input, []);
  /** Values that conditions were judged by: with these again they have settled, or go in circles. */
  const judged = new Set<string>();
  for (let round = 1; ; round += 1) {
    if (current !== undefined) judged.add(toCanonicalJson(current));
    const resolver = createFieldResolver(evaluator);
    const resolved = resolver.resolve([read.root], {
      at: [],
      pointer: '',
      name: '',
      required: true,
      input,
      seed,
      current,
      secrets,
      fillsDefault: fillsDefaults,
      excludeNull: false,
      isVariant: false,
      isDiscriminator: false,
      ancestors: new Set(),
    });
    const problems: InputProblem[] = [];
    const values = toValues(resolved.field, resolved.input, problems);
    current = values ?? {};
    const isSettled = !resolver.isDynamic() || judged.has(toCanonicalJson(current));
    if (isSettled || round >= MAX_ROUNDS) {
      return {
        field: previous === undefined ? resolved.field : share(previous, resolved.field),
        input: resolved.input,
        values,
        problems,
        isDynamic: resolver.isDynamic(),
      };
    }
  }
}

/** `next`, with every part that equals `previous` replaced by it, so that it does not render again. */
function share<T>(previous: T, next: T): T {
  if (Object.is(previous, next)) return previous;
  if (typeof previous !== 'object' || typeof next !== 'object' || !previous || !next) return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  const before = Object.entries(previous);
  const old = new Map<string, unknown>(before);
  let same = before.length === Object.keys(next).length;
  for (const [name, value] of Object.entries(next)) {
    const shared: unknown = share(old.get(name), value);
    if (shared !== value) Reflect.set(next, name, shared);
    same &&= Object.is(shared, old.get(name));
  }
  return same ? previous : next;
}
