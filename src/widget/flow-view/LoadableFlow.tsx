import type { ReactNode } from 'react';
import { assertNever } from '../../domain/assertNever.js';
import type { OnboardingFlowResult } from '../../headless/useOnboardingFlow.js';
import type { Flow } from '../flow/FlowContext.js';
import { NotLoaded } from '../parts/NotLoaded.js';
import { FlowView } from './FlowView.js';
import { Unavailable } from './Unavailable.js';

interface LoadableFlowProps extends Pick<Flow, 'onLeave' | 'takesFocus'> {
  readonly flow: OnboardingFlowResult;
  /** Stands below the title on every screen. */
  readonly lead?: ReactNode;
}

/** The flow in each of its states: loading, not to be had, or running. */
export function LoadableFlow(props: LoadableFlowProps): ReactNode {
  const { flow, lead, onLeave, takesFocus } = props;
  switch (flow.status) {
    case 'loading':
    case 'error':
      return <NotLoaded state={flow} rows={3} shape="row" />;
    case 'unavailable':
      return <Unavailable integration={flow.integration} onRetry={flow.retry} />;
    case 'ready': {
      const { integration, store, actions } = flow;
      return <FlowView flow={{ integration, store, actions, onLeave, takesFocus }} lead={lead} />;
    }
    default:
      return assertNever(flow);
  }
}
