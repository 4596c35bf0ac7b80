import type { ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { useFlowSlice } from '../flow/FlowContext.js';
import { toStepName } from './stepName.js';

/** Shows the position in one line, in place of the rail of a wide widget. */
export function StepProgress(): ReactNode {
  const part = usePart();
  const text = useText();
  const steps = useFlowSlice((state) => state.steps);
  const stepId = useFlowSlice((state) => state.stepId);
  const index = steps.findIndex((step) => step.id === stepId);
  const step = steps[index];
  if (step === undefined) return null;
  return (
    <div {...part('progress')}>
      <p className="onb-progress-text" dir="auto">
        {text.t('flow.position', {
          current: index + 1,
          total: steps.length,
          step: toStepName(text, step),
        })}
      </p>
      <progress
        className="onb-progress-bar"
        value={index + 1}
        max={steps.length}
        aria-label={text.t('flow.progress')}
      />
    </div>
  );
}
