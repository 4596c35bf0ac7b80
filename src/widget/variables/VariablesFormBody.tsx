import type { ReactNode } from 'react';
import type { JsonObject, JsonSchema } from '../../domain/json.js';
import type { ReportedError } from '../../headless/onboardingEvent.js';
import type { VariableRefusal } from '../../headless/variables-form/createVariablesFormStore.js';
import { useVariablesForm } from '../../headless/variables-form/useVariablesForm.js';
import type { VariablesFieldsOptions } from '../options/FlowOptions.js';
import { FlowOptionsContext } from '../options/FlowOptionsContext.js';
import { usePart } from '../root/part.js';
import { VariablesFields } from './VariablesFields.js';
import { useVariablesText } from './variablesText.js';

export interface VariablesFormBodyProps extends VariablesFieldsOptions {
  readonly schema: JsonSchema;
  /** What the fields start with; wins over the schema's defaults. */
  readonly defaultValues?: JsonObject | undefined;
  /** Called with valid values only. */
  readonly onSubmit: (values: JsonObject) => void;
  /** Called once for a schema that has faults, such as a default that it refuses itself. */
  readonly onError?: ((error: ReportedError) => void) | undefined;
  /** Refusals of the values that were submitted; a new array replaces the one before. */
  readonly refusals?: readonly VariableRefusal[] | undefined;
  /** Default: the catalog's. */
  readonly submitLabel?: string | undefined;
}

/** The whole form with its button. */
export function VariablesFormBody(props: VariablesFormBodyProps): ReactNode {
  const { schema, defaultValues, onSubmit, refusals, submitLabel, isSecret, onError } = props;
  const part = usePart();
  const t = useVariablesText();
  const form = useVariablesForm({
    schema,
    initialValues: defaultValues,
    isSecret,
    platformFields: refusals,
    onError,
    onSubmit: (values) => onSubmit(values),
  });

  const { className, ...names } = part('submit');

  return (
    <form
      {...part('variables-form')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <FlowOptionsContext.Provider value={props}>
        <VariablesFields form={form} />
      </FlowOptionsContext.Provider>
      <div {...part('actions')}>
        <button
          {...names}
          className={`onb-button ${className}`}
          type="submit"
          data-variant="primary"
        >
          {submitLabel ?? t('field.submit')}
        </button>
      </div>
    </form>
  );
}
