import type { ReactNode } from 'react';
import { findFirstOpenStep, isComplete } from '../../flow/state.js';
import type { Step } from '../../flow/steps.js';
import { Icon } from '../parts/Icon.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { toStepName } from './stepName.js';

/** Lists all steps beside a wide widget: the current one, those that are done, each with its connection. */
export function StepRail(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const steps = useFlowSlice((state) => state.steps);
  return (
    <nav {...part('rail')} aria-label={t('flow.steps')}>
      <ol className="onb-rail-list">
        {steps.map((step, index) => (
          <RailStep key={step.id} step={step} index={index} />
        ))}
      </ol>
    </nav>
  );
}

function RailStep({ step, index }: { readonly step: Step; readonly index: number }): ReactNode {
  const part = usePart();
  const text = useText();
  const { actions } = useFlow();
  const isCurrent = useFlowSlice((state) => state.stepId === step.id);
  const isReachable = useFlowSlice((state) => index <= findFirstOpenStep(state));
  const isDone = useFlowSlice((state) => isComplete(state, step) && state.stepId !== step.id);
  const connectionName = useFlowSlice((state) =>
    step.kind === 'template' ? state.choices.get(step.template.id)?.name : undefined,
  );
  const content = (
    <>
      <span className="onb-rail-number" aria-hidden="true">
        {isDone ? <Icon name="check" /> : <bdi>{index + 1}</bdi>}
      </span>
      <span className="onb-rail-name">
        {step.kind === 'template' && (
          <SystemIcon name={toStepName(text, step)} url={step.template.iconUrl} size="small" />
        )}
        <span className="onb-rail-text" dir="auto">
          {toStepName(text, step)}
        </span>
        {isDone && <span className="onb-visually-hidden"> ({text.t('step.done')})</span>}
      </span>
      {connectionName !== undefined && (
        <span className="onb-rail-account" dir="auto">
          {connectionName.trim() || text.t('unnamed')}
        </span>
      )}
    </>
  );
  return (
    <li {...part('rail-step', isCurrent ? 'current' : isDone ? 'done' : 'upcoming')}>
      {isReachable && !isCurrent ? (
        <button type="button" className="onb-rail-link" onClick={() => actions.open(step.id)}>
          {content}
        </button>
      ) : (
        <span className="onb-rail-link" aria-current={isCurrent ? 'step' : undefined}>
          {content}
        </span>
      )}
    </li>
  );
}
