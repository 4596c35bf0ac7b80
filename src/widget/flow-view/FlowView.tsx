import { useCallback, useId, useMemo, type ReactNode } from 'react';
import { assertNever } from '../../domain/assertNever.js';
import type { FlowState } from '../../flow/state.js';
import type { Step } from '../../flow/steps.js';
import { useFlowState } from '../../headless/useOnboardingFlow.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule } from '../parts/lazyModule.js';
import { useWhenIdle, whenIdle } from '../parts/useWhenIdle.js';
import { CheckingOutcome } from '../outcome/CheckingOutcome.js';
import { OutcomeUnknown } from '../outcome/OutcomeUnknown.js';
import { lazyReviewedVariables, ReviewStep } from '../review-step/ReviewStep.js';
import { Title } from '../parts/Title.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { TemplateStep } from '../template-step/TemplateStep.js';
import { lazyVariablesForm, VariablesStep } from '../variables-step/VariablesStep.js';
import { FlowContext, useFlow, useFlowSlice, type Flow } from '../flow/FlowContext.js';
import { StepProgress } from './StepProgress.js';
import { StepRail } from './StepRail.js';

const lazyDone = lazyModule(() => import('../outcome/Done.js'));

interface FlowViewProps {
  readonly flow: Flow;
  /** Stands below the title on every screen. */
  readonly lead?: ReactNode;
}

/** The running flow: its title, the steps, and the screen of the one that is open. */
export function FlowView({ flow, lead }: FlowViewProps): ReactNode {
  const { integration, store, actions, onLeave, takesFocus } = flow;
  const value = useMemo(
    () => ({ integration, store, actions, onLeave, takesFocus }),
    [integration, store, actions, onLeave, takesFocus],
  );
  const part = usePart();
  const { t } = useText();
  const titleId = useId();
  const { name } = integration;
  const isDone = useFlowState(store, ({ submission }) => submission.status === 'done');
  return (
    <FlowContext.Provider value={value}>
      <section {...part('flow')} aria-labelledby={titleId}>
        <Title id={titleId} isRepeated={isDone}>
          {isDone ? name : t('flow.title', { integration: name })}
        </Title>
        {lead}
        <FlowBody />
      </section>
    </FlowContext.Provider>
  );
}

function FlowBody(): ReactNode {
  const part = usePart();
  const status = useFlowSlice((state) => state.submission.status);
  const isChoosing = useFlowSlice((state) => findStep(state)?.kind === 'template');
  const preload = usePreload();
  // A list of accounts comes first: a slow network brings one thing after another.
  useWhenIdle(!isChoosing || status !== 'editing', preload);

  switch (status) {
    case 'checking':
      return <CheckingOutcome />;
    case 'unknown':
      return <OutcomeUnknown />;
    case 'done':
      return (
        <LazyBoundary module={lazyDone} placeholder="cards">
          {({ Done }) => <Done />}
        </LazyBoundary>
      );
    case 'editing':
    case 'submitting':
    case 'refused':
      return (
        <div {...part('steps', status)}>
          <StepProgress />
          <StepRail />
          <CurrentStep onListed={preload} />
        </div>
      );
    default:
      return assertNever(status);
  }
}

const findStep = ({ steps, stepId }: FlowState): Step | undefined =>
  steps.find(({ id }) => id === stepId);

/** Fetches what the next steps need, so that they open at once; a failure is shown when it counts. */
function usePreload(): () => void {
  const { variablesSchema: schema } = useFlow().integration;
  const hasVariables = useFlowSlice(({ steps }) => steps.some(({ kind }) => kind === 'variables'));
  return useCallback(() => {
    lazyDone.preload();
    if (!hasVariables) return;
    lazyReviewedVariables.preload();
    lazyVariablesForm.load().then(
      ({ readSchema }) => whenIdle(() => void readSchema(schema)),
      () => undefined,
    );
  }, [hasVariables, schema]);
}

function CurrentStep({ onListed }: { readonly onListed: () => void }): ReactNode {
  const step = useFlowSlice(findStep);
  switch (step?.kind) {
    case undefined:
      return null;
    case 'template':
      return <TemplateStep key={step.id} template={step.template} onListed={onListed} />;
    case 'variables':
      return <VariablesStep />;
    case 'review':
      return <ReviewStep />;
    default:
      return assertNever(step);
  }
}
