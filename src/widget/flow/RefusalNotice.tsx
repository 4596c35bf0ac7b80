import type { ReactNode } from 'react';
import { toStepId } from '../../flow/reduce.js';
import type { ActivationRefusal, FlowState } from '../../flow/state.js';
import { toProblemText } from '../parts/problemText.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { useText } from '../root/text.js';
import { useFlow, useFlowSlice } from './FlowContext.js';

/** The refusal that stands, where there is one. */
export function selectRefusal({ submission }: FlowState): ActivationRefusal | null {
  return submission.status === 'refused' ? submission.refusal : null;
}

/**
 * Why the activation was refused, on the step that it concerns: the platform's own words for a
 * member that it named, else what the code means.
 */
export function RefusalNotice(): ReactNode {
  const { t } = useText();
  const { integration, store, onLeave } = useFlow();
  const refusal = useFlowSlice(selectRefusal);
  const stepId = useFlowSlice((state) => state.stepId);
  if (refusal === null) return null;
  const names = { integration: integration.name };
  if (refusal.code === 'activatedElsewhere') {
    return (
      <Notice
        tone="info"
        isAlert
        actions={
          onLeave && (
            <Button variant="plain" onClick={onLeave}>
              {t('refused.elsewhere.show', names)}
            </Button>
          )
        }
      >
        <p>{t('refused.elsewhere', names)}</p>
      </Notice>
    );
  }
  const { code, retryAfterSeconds } = refusal;
  const here = refusal.fields.filter((field) => toStepId(store.getState(), field) === stepId);
  const reasons = here.length > 0 ? here.map((field) => field.message) : toReasons(refusal);
  return (
    <Notice tone="danger" isAlert heading={t('refused.heading')}>
      {reasons.length === 0 && <p>{toProblemText(t, { code, retryAfterSeconds })}</p>}
      {reasons.map((reason) => (
        <p key={reason} dir="auto">
          {reason}
        </p>
      ))}
      <p>{t('refused.text', names)}</p>
    </Notice>
  );
}

/** The platform's words are passed on for refused input alone; others are for developers. */
function toReasons({ code, message, fields }: ActivationRefusal): string[] {
  if (fields.length > 0) return fields.map((field) => field.message);
  return (code === 'invalid' || code === 'conflict') && message !== '' ? [message] : [];
}
