import type { ReactNode } from 'react';
import { useFlow } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule, type LazyModule } from '../parts/lazyModule.js';
import { useText } from '../root/text.js';

/** Fetched while the user still chooses connections. */
export const lazyReview: LazyModule<typeof import('./ReviewStepContent.js')> = lazyModule(
  () => import('./ReviewStepContent.js'),
);

/** The last step. Nothing can be turned on before all of it is shown. */
export function ReviewStep(): ReactNode {
  const { t } = useText();
  const names = { integration: useFlow().integration.name };
  return (
    <LazyBoundary
      module={lazyReview}
      placeholder="cards"
      renderFrame={(placeholder) => (
        <StepFrame name="review" heading={t('review.heading')} lead={t('review.lead', names)}>
          {placeholder}
        </StepFrame>
      )}
    >
      {({ ReviewStepContent }) => <ReviewStepContent />}
    </LazyBoundary>
  );
}
