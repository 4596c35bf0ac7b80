import { isWithin } from '../../domain/pointer.js';
import type { Field } from '../../variables/field.js';
import type { FieldError } from './findFieldErrors.js';

/** The errors that a form shows. */
export interface VisibleErrors {
  /** By the key of the field that shows them: the first of each. */
  readonly byKey: ReadonlyMap<string, FieldError>;
  /** Those of `byKey` in the order of the page, once Continue was pressed in vain. */
  readonly summary: readonly FieldError[];
  /** Those that no field can show. */
  readonly formErrors: readonly FieldError[];
}

/**
 * Decides which errors are shown: of a field once it was left, of all once Continue was pressed, and
 * what the platform refuses at once, until something is typed there.
 */
export interface ShownErrors {
  leave(key: string): void;
  hasLeft(key: string): boolean;
  leaveAll(keys: Iterable<string>): void;
  setRefusals(refusals: readonly FieldError[]): void;
  /** Forgets refusals of a field and of what is within it. `false`: there were none. */
  dropRefusals(field: Field): boolean;
  /** @param keys Of all fields, in the order of the page. */
  select(errors: readonly FieldError[], keys: Iterable<string>): VisibleErrors;
}

export function createShownErrors(): ShownErrors {
  let isChecked = false;
  let left = new Set<string>();
  let refusals: readonly FieldError[] = [];

  function isShown({ key, keyword }: FieldError): boolean {
    if (keyword === 'schema') return true;
    return key === null ? isChecked : left.has(key);
  }

  return {
    leave: (key) => void left.add(key),
    hasLeft: (key) => left.has(key),
    leaveAll(keys) {
      isChecked = true;
      left = new Set(keys);
    },
    setRefusals(next) {
      refusals = next;
    },
    dropRefusals(field) {
      const before = refusals.length;
      refusals = refusals.filter(({ key }) => key === null || !isWithin(field.key, key));
      return refusals.length < before;
    },
    select(errors, keys) {
      const visible = [...refusals, ...errors.filter(isShown)];
      const byKey = new Map<string, FieldError>();
      for (const error of visible) {
        if (error.key !== null && !byKey.has(error.key)) byKey.set(error.key, error);
      }
      const isSummed = isChecked || refusals.length > 0;
      return {
        byKey,
        summary: isSummed ? [...keys].flatMap((key) => byKey.get(key) ?? []) : [],
        formErrors: visible.filter(({ key }) => key === null),
      };
    },
  };
}
