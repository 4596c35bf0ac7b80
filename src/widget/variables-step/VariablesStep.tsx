import type { ReactNode } from 'react';
import { useFlow } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule, type LazyModule } from '../parts/lazyModule.js';
import { useText } from '../root/text.js';

/** The form and the validator: fetched while the user still chooses connections. */
export const lazyVariablesForm: LazyModule<typeof import('./VariablesStepForm.js')> = lazyModule(
  () => import('./VariablesStepForm.js'),
);

/** The step of the dynamic variables. */
export function VariablesStep(): ReactNode {
  const { t } = useText();
  const names = { integration: useFlow().integration.name };
  return (
    <LazyBoundary
      module={lazyVariablesForm}
      placeholder="form"
      renderFrame={(placeholder) => (
        <StepFrame
          name="variables"
          heading={t('variables.heading', names)}
          lead={t('variables.lead', names)}
        >
          {placeholder}
        </StepFrame>
      )}
    >
      {({ VariablesStepForm }) => <VariablesStepForm />}
    </LazyBoundary>
  );
}
