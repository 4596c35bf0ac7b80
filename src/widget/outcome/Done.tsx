import type { ReactNode } from 'react';
import { ActivationCard } from '../activation/ActivationCard.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { HostAction } from './HostAction.js';

/** Confirms the activation and says what happens next. Where no list follows, its card is shown here. */
export function Done(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { integration, onLeave } = useFlow();
  const { done = {} } = useFlowOptions();
  const activation = useFlowSlice(({ submission }) =>
    submission.status === 'done' ? submission.activation : null,
  );
  if (activation === null) return null;
  const names = { integration: integration.name };
  const leave = onLeave && (
    <Button variant={done.action ? 'quiet' : 'primary'} part="finish" onClick={onLeave}>
      {t('done.show', names)}
    </Button>
  );
  return (
    <div {...part('done')}>
      <span className="onb-done-mark" aria-hidden="true">
        <Icon name="check" />
      </span>
      <StepFrame
        name="done"
        heading={t('done.heading', names)}
        lead={done.text ?? t('done.text', names)}
        secondaryAction={done.action && leave ? leave : null}
        action={done.action ? <HostAction action={done.action} /> : leave}
      >
        {leave === undefined && (
          <ActivationCard activation={activation} integration={integration} />
        )}
      </StepFrame>
    </div>
  );
}
