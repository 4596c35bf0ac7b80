'use client';
import type { ReactNode } from 'react';
import { assertNever } from '../domain/assertNever.js';
import { useOnboardingFlow } from '../headless/useOnboardingFlow.js';
import { FlowView } from './flow/FlowView.js';
import { Unavailable } from './flow/Unavailable.js';
import type { FlowOptions } from './options.js';
import { LoadError } from './parts/LoadError.js';
import { Skeleton } from './parts/Skeleton.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface OnboardingFlowProps extends SharedProps, FlowOptions {
  readonly environmentId: string;
}

/** The flow by itself: choose, fill in, review, activate. */
export function OnboardingFlow(props: OnboardingFlowProps): ReactNode {
  const { environmentId, ...rest } = props;
  const [shared, options] = splitProps(rest);
  return (
    <WidgetRoot component="OnboardingFlow" shared={shared}>
      <RunningFlow environmentId={environmentId} options={options} />
    </WidgetRoot>
  );
}

/** The provider's props and the flow's own. */
export function splitProps(props: SharedProps & FlowOptions): [SharedProps, FlowOptions] {
  const {
    initialVariables,
    initialConnections,
    allowMultiple,
    formatConnection,
    renderConnection,
    onConnectNew,
    translateSchemaText,
    renderVariable,
    variableOptions,
    ...shared
  } = props;
  const options = {
    ...(initialVariables && { initialVariables }),
    ...(initialConnections && { initialConnections }),
    ...(allowMultiple !== undefined && { allowMultiple }),
    ...(formatConnection && { formatConnection }),
    ...(renderConnection && { renderConnection }),
    ...(onConnectNew && { onConnectNew }),
    ...{ translateSchemaText, renderVariable, variableOptions },
  };
  return [shared, options];
}

interface RunningFlowProps {
  readonly environmentId: string;
  readonly options: FlowOptions;
  /** Leaves for the list of activations. */
  readonly onLeave?: () => void;
}

/** The flow in each of its states, for those who have a root already. */
export function RunningFlow({ environmentId, options, onLeave }: RunningFlowProps): ReactNode {
  const result = useOnboardingFlow({ environmentId });
  switch (result.status) {
    case 'loading':
      return <Skeleton rows={3} shape="row" />;
    case 'error':
      return <LoadError error={result.error} onRetry={result.retry} />;
    case 'unavailable':
      return <Unavailable integration={result.integration} onRetry={result.retry} />;
    case 'ready': {
      const { integration, store, actions } = result;
      return (
        <FlowView flow={{ integration, store, actions, options, ...(onLeave && { onLeave }) }} />
      );
    }
    default:
      return assertNever(result);
  }
}
