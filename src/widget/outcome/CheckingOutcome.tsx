import type { ReactNode } from 'react';
import { StepFrame } from '../flow/StepFrame.js';
import { Skeleton } from '../parts/Skeleton.js';
import { useText } from '../root/text.js';

/** The answer was lost, and the list is being read to find out. */
export function CheckingOutcome(): ReactNode {
  const { t } = useText();
  return (
    <StepFrame name="checking" heading={t('checking.heading')} lead={t('checking.text')}>
      <Skeleton rows={1} shape="card" />
    </StepFrame>
  );
}
