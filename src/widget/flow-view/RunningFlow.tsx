import type { ReactNode } from 'react';
import { assertNever } from '../../domain/assertNever.js';
import { useOnboardingFlow } from '../../headless/useOnboardingFlow.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { LoadError } from '../parts/LoadError.js';
import { Skeleton } from '../parts/Skeleton.js';
import { FlowView } from './FlowView.js';
import { Unavailable } from './Unavailable.js';

interface RunningFlowProps {
  readonly environmentId: string;
  readonly options: FlowOptions;
  /** Leaves for the list of activations. */
  readonly onLeave?: (() => void) | undefined;
  /** True: the user opened it, so the focus goes along. Default: false. */
  readonly takesFocus?: boolean;
}

/** The flow in each of its states, for those who have a root already. */
export function RunningFlow(props: RunningFlowProps): ReactNode {
  const { environmentId, options, onLeave, takesFocus = false } = props;
  const result = useOnboardingFlow({
    environmentId,
    allowMultiple: options.allowMultiple === true,
  });
  switch (result.status) {
    case 'loading':
      return <Skeleton rows={3} shape="row" />;
    case 'error':
      return <LoadError error={result.error} onRetry={result.retry} />;
    case 'unavailable':
      return <Unavailable integration={result.integration} onRetry={result.retry} />;
    case 'ready': {
      const { integration, store, actions } = result;
      return <FlowView flow={{ integration, store, actions, options, onLeave, takesFocus }} />;
    }
    default:
      return assertNever(result);
  }
}
