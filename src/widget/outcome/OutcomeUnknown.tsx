import type { ReactNode } from 'react';
import { canActivate } from '../../flow/reduce.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { Button } from '../parts/Button.js';
import { useText } from '../root/text.js';

/** Shown where the outcome is unknown: check first, and only then activate again. */
export function OutcomeUnknown(): ReactNode {
  const { t } = useText();
  const { integration, actions } = useFlow();
  const couldLook = useFlowSlice(
    ({ submission }) => submission.status === 'unknown' && submission.couldLook,
  );
  const canRepeat = useFlowSlice(canActivate);
  return (
    <StepFrame
      name="unknown"
      heading={t('unknown.heading', { integration: integration.name })}
      lead={t(couldLook ? 'unknown.looked' : 'unknown.notLooked')}
      secondaryAction={
        <Button variant="quiet" part="back" onClick={actions.dismissOutcome}>
          {t('unknown.back')}
        </Button>
      }
      action={
        <>
          {canRepeat && couldLook && (
            <Button variant="plain" part="activate-again" onClick={actions.activate}>
              {t('unknown.again')}
            </Button>
          )}
          <Button variant="primary" part="check-again" onClick={actions.check}>
            {t('unknown.check')}
          </Button>
        </>
      }
    />
  );
}
