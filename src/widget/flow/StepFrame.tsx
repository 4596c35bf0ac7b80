import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { ScreenHeader } from '../parts/ScreenHeader.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { useFlow, useFlowSlice } from './FlowContext.js';

interface StepFrameProps {
  /** The part's name of the step. */
  readonly name: string;
  readonly heading: string;
  readonly lead?: string | undefined;
  /** The face of what the step is about. */
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  /** The primary action, at the inline end. */
  readonly action?: ReactNode;
  /** Default: Back, where there is a step before. */
  readonly secondaryAction?: ReactNode;
  /** False: something in the step takes the focus itself. Default: true. */
  readonly takesFocus?: boolean;
}

/** One screen: a heading that takes the focus on each move, the content, the actions below. */
export function StepFrame(props: StepFrameProps): ReactNode {
  const { name, heading, lead, icon, children, action, secondaryAction, takesFocus = true } = props;
  const part = usePart();
  const headingId = useId();
  const headingElement = useRef<HTMLHeadingElement>(null);
  const { takesFocus: isOpenedByUser } = useFlow();
  const moves = useFlowSlice((state) => state.moves);
  useLayoutEffect(() => {
    // Zero moves: the widget has just appeared, and the focus belongs to the host's page.
    const isMoved = moves > 0 || isOpenedByUser;
    if (isMoved && takesFocus) headingElement.current?.focus();
  }, [moves, isOpenedByUser, takesFocus]);

  return (
    <section {...part('step')} data-step={name} aria-labelledby={headingId}>
      <ScreenHeader
        depth={1}
        id={headingId}
        heading={heading}
        lead={lead}
        icon={icon}
        headingRef={headingElement}
      />
      {children}
      <StepActions secondary={secondaryAction}>{action}</StepActions>
    </section>
  );
}

interface StepActionsProps {
  readonly secondary: ReactNode;
  readonly children: ReactNode;
}

function StepActions({ secondary, children }: StepActionsProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { actions } = useFlow();
  const isFirst = useFlowSlice((state) => state.steps[0]?.id === state.stepId);
  const isSubmitting = useFlowSlice(({ submission }) => submission.status === 'submitting');
  const back = isFirst ? null : (
    <Button variant="quiet" part="back" isBusy={isSubmitting} onClick={actions.back}>
      {t('back')}
    </Button>
  );
  const start = secondary === undefined ? back : secondary;
  if (start === null && children === undefined) return null;
  return (
    <footer {...part('actions')}>
      {start}
      {children}
    </footer>
  );
}
