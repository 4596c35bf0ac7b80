import type { ReactNode } from 'react';
import { StepFrame } from '../flow/StepFrame.js';
import { Skeleton } from '../parts/Skeleton.js';
import { useText } from '../root/text.js';

/** Shown while the list is read to find a lost activation. */
export function CheckingOutcome(): ReactNode {
  const { t } = useText();
  return (
    <StepFrame name="checking" heading={t('checking.heading')} lead={t('checking.text')}>
      <Skeleton rows={1} shape="card" />
    </StepFrame>
  );
}
