import type { ReactNode } from 'react';
import { useFlow } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { Skeleton } from '../parts/Skeleton.js';
import { useText } from '../root/text.js';

/** Shown while the list is read to find a lost activation. */
export function CheckingOutcome(): ReactNode {
  const { t } = useText();
  const { integration } = useFlow();
  const heading = t('checking.heading', { integration: integration.name });
  return (
    <StepFrame name="checking" heading={heading} lead={t('checking.text')}>
      <Skeleton rows={1} shape="card" />
    </StepFrame>
  );
}
