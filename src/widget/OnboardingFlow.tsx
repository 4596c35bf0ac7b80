'use client';
import { useState, type ReactNode } from 'react';
import { useActivations } from '../headless/useActivations.js';
import { useIntegration } from '../headless/useIntegration.js';
import { RunningFlow } from './flow-view/RunningFlow.js';
import type { FlowOptions } from './options/FlowOptions.js';
import { LoadError } from './parts/LoadError.js';
import { Notice } from './parts/Notice.js';
import { Skeleton } from './parts/Skeleton.js';
import { useText } from './root/text.js';
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
      <OfferedFlow key={environmentId} environmentId={environmentId} options={options} />
    </WidgetRoot>
  );
}

interface OfferedFlowProps {
  readonly environmentId: string;
  readonly options: FlowOptions;
}

/** The flow where the user may activate: not beside an activation, unless the host allows several. */
function OfferedFlow({ environmentId, options }: OfferedFlowProps): ReactNode {
  const { t } = useText();
  const integration = useIntegration(environmentId);
  const activations = useActivations(environmentId);
  const [isOpen, setOpen] = useState(options.allowMultiple === true);
  if (isOpen) return <RunningFlow environmentId={environmentId} options={options} />;
  if (activations.status === 'error') {
    return <LoadError error={activations.error} onRetry={activations.retry} />;
  }
  if (activations.status === 'loading' || integration.status === 'loading') {
    return <Skeleton rows={3} shape="row" />;
  }
  // Latched: the activation that the flow makes must not take its last screen away.
  if (integration.status === 'error' || activations.activations.length === 0) setOpen(true);
  if (integration.status === 'error') return null;
  return (
    <Notice
      tone="info"
      heading={t('activations.elsewhere', { integration: integration.integration.name })}
    >
      <p>{t('activations.onlyOne')}</p>
    </Notice>
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
