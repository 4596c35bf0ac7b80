import type { ReactNode } from 'react';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule, type LazyModule } from '../parts/lazyModule.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { RefusalNotice } from '../flow/RefusalNotice.js';
import { StepFrame } from '../flow/StepFrame.js';
import { Button } from '../parts/Button.js';
import { KeepSize } from '../parts/KeepSize.js';
import { ManagedRow } from '../parts/ManagedRow.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ChosenRow } from './ChosenRow.js';
import { ReviewFlow } from './ReviewFlow.js';

/** The values of variables: fetched while the user still chooses connections. */
export const lazyReviewedVariables: LazyModule<typeof import('./ReviewedVariables.js')> =
  lazyModule(() => import('./ReviewedVariables.js'));

/** Lists everything that is about to be activated, each with a button to change it. */
export function ReviewStep(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { integration, actions } = useFlow();
  const isSubmitting = useFlowSlice(({ submission }) => submission.status === 'submitting');
  const hasVariables = useFlowSlice(({ steps }) => steps.some(({ kind }) => kind === 'variables'));
  const names = { integration: integration.name };
  return (
    <StepFrame
      name="review"
      heading={t('review.heading')}
      lead={t('review.lead', names)}
      action={
        <Button variant="primary" part="activate" isBusy={isSubmitting} onClick={actions.activate}>
          {isSubmitting ? (
            <KeepSize of={t('review.activate', names)}>{t('review.activating')}</KeepSize>
          ) : (
            t('review.activate', names)
          )}
        </Button>
      }
    >
      <ReviewFlow />
      <RefusalNotice />
      <p role="status" className="onb-visually-hidden">
        {isSubmitting && t('submitting.announcement', names)}
      </p>
      <dl {...part('review')} aria-label={t('review.accounts')}>
        {integration.connectionTemplates.map((template) =>
          template.managed ? (
            <ManagedRow key={template.id} template={template} part="review-row" />
          ) : (
            <ChosenRow key={template.id} template={template} />
          ),
        )}
      </dl>
      {hasVariables && (
        <LazyBoundary module={lazyReviewedVariables} placeholder="cards">
          {({ ReviewedVariables }) => <ReviewedVariables />}
        </LazyBoundary>
      )}
    </StepFrame>
  );
}
