import type { ReactNode } from 'react';
import { useFlowSlice } from '../flow/FlowContext.js';
import { Button } from '../parts/Button.js';
import { useText } from '../root/text.js';

interface ChangeButtonProps {
  /** What is changed, for those who hear the button alone. */
  readonly name: string;
  readonly onClick: () => void;
}

/** Leads back to the step in which something was chosen or typed. */
export function ChangeButton({ name, onClick }: ChangeButtonProps): ReactNode {
  const { t } = useText();
  const isSubmitting = useFlowSlice(({ submission }) => submission.status === 'submitting');
  return (
    <Button
      variant="quiet"
      part="change"
      aria-label={t('change.of', { name })}
      isBusy={isSubmitting}
      onClick={onClick}
    >
      {t('change')}
    </Button>
  );
}
