import { useId, useSyncExternalStore, type ReactNode } from 'react';
import type { FieldError } from '../../headless/variables-form/findFieldErrors.js';
import type { Field } from '../../variables/field.js';
import { getErrorText, getLabel, getRowLabel, isNamedPlace } from './fieldText.js';
import { useVariables, type VariablesFormContext } from './VariablesContext.js';

/** What the form as a whole has to say: what no field can, and after Continue a link to each error. */
export function ErrorSummary(): ReactNode {
  const context = useVariables();
  const { form, part, t, getId } = context;
  const { store } = form;
  const { field, summary, formErrors } = useSyncExternalStore(
    store.subscribeForm,
    store.getForm,
    store.getForm,
  );
  const heading = useId();
  // An empty element with the role would be one that says nothing.
  if (summary.length === 0 && formErrors.length === 0) return null;
  const labels = labelFields(context, field);
  // Who pressed Continue is led to the first field, which says what is wrong with it. An answer of the
  // platform comes at its own time.
  const isAnswer = formErrors.length > 0 || summary.some(({ isRefusal }) => isRefusal);
  return (
    <div
      {...part('errors')}
      key={isAnswer ? 'answer' : 'check'}
      role={isAnswer ? 'alert' : 'group'}
      aria-labelledby={summary.length > 0 ? heading : undefined}
    >
      {formErrors.map((error) => (
        <p {...part('form-error')} key={`${error.path} ${error.keyword}`} dir="auto">
          {getErrorText(context, error, { pointer: '', name: '' })}
        </p>
      ))}
      {summary.length > 0 && (
        <div {...part('error-summary')}>
          <p {...part('summary-heading')} id={heading}>
            {t('field.summary', { count: summary.length })}
          </p>
          <ul>
            {summary.map((error) => (
              <li key={error.key} dir="auto">
                <a
                  href={`#${getId(error.key ?? '')}`}
                  onClick={(event) => {
                    event.preventDefault();
                    form.focus(error.key ?? '');
                  }}
                >
                  {toSummaryText(context, error, labels.get(error.key ?? ''))}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** An error with the name of its field, which it may say itself. */
function toSummaryText(
  context: VariablesFormContext,
  error: FieldError,
  place: FieldPlaceName = { pointer: error.path, name: '', around: [] },
): string {
  const { name, around } = place;
  // Where in the field's value it is, the field says.
  const isWithin = error.path !== place.pointer;
  const text = getErrorText(context, error, {
    pointer: error.path,
    name: isWithin ? undefined : name,
  });
  const path = !isWithin && text.includes(name) ? around : [...around, name];
  return path.length === 0 ? text : `${path.join(' › ')}: ${text}`;
}

interface FieldPlaceName {
  readonly pointer: string;
  readonly name: string;
  /** The names of the groups that it lies in. */
  readonly around: readonly string[];
}

/** The name of each field with the names around it, as a user would say where it is. */
function labelFields(context: VariablesFormContext, root: Field): Map<string, FieldPlaceName> {
  const { t } = context;
  const labels = new Map<string, FieldPlaceName>();

  function visit(field: Field, own: string, around: readonly string[]): void {
    const path = field.pointer === '' ? [] : [...around, own];
    labels.set(field.key, { pointer: field.pointer, name: own, around });
    const inside = (inner: Field): void => visit(inner, getLabel(context, inner), path);
    if (field.kind === 'object') {
      field.fields.forEach(inside);
      field.entries.forEach(({ name, field: inner }, index) =>
        visit(inner, name || t('field.item', { name: own, position: index + 1 }), path),
      );
    }
    if (field.kind === 'list') {
      field.rows.forEach((row, index) => {
        const label = getRowLabel(context, field, own, index);
        // The row's name says the list's already, but for a place of a tuple.
        visit(row.field, label, isNamedPlace(field, index) ? path : around);
      });
    }
    if ((field.kind === 'variant' || field.kind === 'nullable') && field.field !== null) {
      visit(field.field, own, around);
    }
  }

  visit(root, getLabel(context, root), []);
  return labels;
}
