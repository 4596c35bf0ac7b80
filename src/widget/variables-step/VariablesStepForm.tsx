import { useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { parsePointer, toPointer } from '../../domain/pointer.js';
import { useVariablesForm } from '../../headless/variables-form/useVariablesForm.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { RefusalNotice, selectRefusal } from '../flow/RefusalNotice.js';
import { StepFrame } from '../flow/StepFrame.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { useText } from '../root/text.js';
import { VariablesFields } from '../variables/VariablesFields.js';

export { readSchema } from '../../variables/schema/readSchema.js';

/** The step with its form: what is typed goes into the flow, and from there into the draft. */
export function VariablesStepForm(): ReactNode {
  const { t } = useText();
  const { integration, store, actions } = useFlow();
  const { initialVariables, isSecret } = useFlowOptions();
  const [entry] = useState(() => store.getState().variables);
  const refusals = useVariableRefusals();
  const form = useVariablesForm({
    schema: integration.variablesSchema ?? true,
    initialInput: entry?.input,
    initialValues: initialVariables,
    keepsInput: true,
    isSecret,
    platformFields: refusals,
    onInputChange: actions.changeVariables,
    onSubmit(values, input) {
      actions.confirmVariables(input, values);
      actions.next();
    },
  });

  // After the step's heading took the focus: the field that was refused is where the user is needed.
  useLayoutEffect(() => {
    if (refusals.length > 0) form.focusFirstError();
  }, [form, refusals]);

  const names = { integration: integration.name };
  const heading = t('variables.heading', names);
  return (
    <StepFrame
      name="variables"
      heading={heading}
      lead={t('variables.lead', names)}
      action={
        <Button variant="primary" part="continue" onClick={() => form.submit()}>
          {t('continue')}
        </Button>
      }
    >
      {refusals.length === 0 && <RefusalNotice />}
      <VariablesFields form={form} heading={heading} />
    </StepFrame>
  );
}

/** What the platform refused among the variables, as pointers into them. */
function useVariableRefusals(): readonly { readonly path: string; readonly message: string }[] {
  const refusal = useFlowSlice(selectRefusal);
  return useMemo(
    () =>
      (refusal?.fields ?? []).flatMap(({ path, message }) => {
        const [member, ...rest] = parsePointer(path) ?? [];
        return member === 'dynamicVariables' ? [{ path: toPointer(rest), message }] : [];
      }),
    [refusal],
  );
}
