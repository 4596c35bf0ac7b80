'use client';
import { useState, type ReactNode } from 'react';
import { useActivations } from '../headless/useActivations.js';
import { useIntegration } from '../headless/useIntegration.js';
import { RunningFlow } from './flow-view/RunningFlow.js';
import { useFlowOptions } from './options/FlowOptionsContext.js';
import { LoadError } from './parts/LoadError.js';
import { Notice } from './parts/Notice.js';
import { Skeleton } from './parts/Skeleton.js';
import { useText } from './root/text.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface OnboardingFlowProps extends SharedProps {
  readonly environmentId: string;
}

/** The flow by itself: choose, fill in, review, activate. */
export function OnboardingFlow(props: OnboardingFlowProps): ReactNode {
  const { environmentId } = props;
  return (
    <WidgetRoot component="OnboardingFlow" props={props}>
      <OfferedFlow key={environmentId} environmentId={environmentId} />
    </WidgetRoot>
  );
}

/** The flow where the user may activate: not beside an activation, unless the host allows several. */
function OfferedFlow({ environmentId }: { readonly environmentId: string }): ReactNode {
  const { allowMultiple = false } = useFlowOptions();
  const { t } = useText();
  const integration = useIntegration(environmentId);
  const activations = useActivations(environmentId);
  const [isOpen, setOpen] = useState(allowMultiple);
  if (isOpen) return <RunningFlow environmentId={environmentId} />;
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
