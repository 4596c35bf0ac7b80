import type { ReactNode } from 'react';
import { useOnboardingFlow } from '../../headless/useOnboardingFlow.js';
import type { Flow } from '../flow/FlowContext.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { LoadableFlow } from './LoadableFlow.js';

interface RunningFlowProps extends Partial<Pick<Flow, 'onLeave' | 'takesFocus'>> {
  readonly environmentId: string;
}

/** The flow of an integration, for a component that has a root already. */
export function RunningFlow(props: RunningFlowProps): ReactNode {
  const { environmentId, onLeave, takesFocus = false } = props;
  const { allowMultiple = false } = useFlowOptions();
  const flow = useOnboardingFlow({ environmentId, allowMultiple });
  return <LoadableFlow flow={flow} onLeave={onLeave} takesFocus={takesFocus} />;
}
