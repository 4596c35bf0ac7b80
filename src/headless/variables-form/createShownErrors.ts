import { isWithin } from '../../domain/pointer.js';
import type { Field } from '../../variables/field.js';
import type { FieldError } from './findFieldErrors.js';

/** The errors that a form shows. */
export interface VisibleErrors {
  /** By the key of the field that shows them: the first of each. */
  readonly byKey: ReadonlyMap<string, FieldError>;
  /**
   * Those of `byKey` in the order of the page, as they were when Continue was last pressed in vain or
   * the platform refused something.
   */
  readonly summary: readonly FieldError[];
  /** Those that no field can show. */
  readonly formErrors: readonly FieldError[];
}

/**
 * Decides which errors are shown: of a field once it was left, of all once Continue was pressed, and
 * what the platform refuses at once, until something is typed there.
 */
export interface ShownErrors {
  /** What is wrong with a field stays as it is until it is put right or the field is left. */
  startTyping(key: string): void;
  /** `false`: nothing has changed since the field was left before. */
  leave(key: string): boolean;
  leaveAll(keys: Iterable<string>): void;
  setRefusals(refusals: readonly FieldError[]): void;
  /** Forgets refusals of a field and of what is within it. `false`: there were none. */
  dropRefusals(field: Field): boolean;
  /** @param fields All fields by key, in the order of the page. */
  select(errors: readonly FieldError[], fields: ReadonlyMap<string, Field>): VisibleErrors;
}

export function createShownErrors(): ShownErrors {
  const typedIn = new Set<string>();
  let isChecked = false;
  let left = new Set<string>();
  let refusals: readonly FieldError[] = [];
  let shown: ReadonlyMap<string, FieldError> = new Map();
  let summary: readonly FieldError[] = [];
  /** A summary that changed with each key press would move the page under the user. */
  let isSummaryDue = false;

  function isShown({ key, keyword }: FieldError): boolean {
    if (keyword === 'schema') return true;
    return key === null ? isChecked : left.has(key);
  }

  /** The first error of each field. */
  function selectByKey(errors: readonly FieldError[]): ReadonlyMap<string, FieldError> {
    const byKey = new Map<string, FieldError>();
    for (const error of errors) {
      const { key } = error;
      if (key === null || byKey.has(key)) continue;
      const before = shown.get(key);
      if (!typedIn.has(key)) byKey.set(key, error);
      else if (before !== undefined && !before.isRefusal) byKey.set(key, before);
    }
    return byKey;
  }

  function summarize(fields: ReadonlyMap<string, Field>): readonly FieldError[] {
    if (!isSummaryDue) {
      const isThere = ({ key }: FieldError): boolean => key !== null && fields.has(key);
      return summary.every(isThere) ? summary : summary.filter(isThere);
    }
    isSummaryDue = false;
    const isSummed = isChecked || refusals.length > 0;
    return isSummed ? [...fields.keys()].flatMap((key) => shown.get(key) ?? []) : [];
  }

  return {
    startTyping: (key) => void typedIn.add(key),
    leave(key) {
      const isKnown = left.has(key) && !typedIn.has(key);
      typedIn.delete(key);
      left.add(key);
      return !isKnown;
    },
    leaveAll(keys) {
      isChecked = true;
      isSummaryDue = true;
      typedIn.clear();
      left = new Set(keys);
    },
    setRefusals(next) {
      if (next.length === 0 && refusals.length === 0) return;
      refusals = next;
      isSummaryDue = true;
      typedIn.clear();
    },
    dropRefusals(field) {
      const before = refusals.length;
      refusals = refusals.filter(({ key }) => key === null || !isWithin(field.key, key));
      return refusals.length < before;
    },
    select(errors, fields) {
      const visible = [...refusals, ...errors.filter(isShown)];
      shown = selectByKey(visible);
      summary = summarize(fields);
      return { byKey: shown, summary, formErrors: visible.filter(({ key }) => key === null) };
    },
  };
}
