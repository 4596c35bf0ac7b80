'use client';
import { useState, type ReactNode } from 'react';
import { RunningFlow } from './flow-view/RunningFlow.js';
import { useIntegrationWithActivations } from './integration/useIntegrationWithActivations.js';
import { useFlowOptions } from './options/FlowOptionsContext.js';
import { NotLoaded } from './parts/NotLoaded.js';
import { Notice } from './parts/Notice.js';
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
  const loaded = useIntegrationWithActivations(environmentId);
  const [isOpen, setOpen] = useState(allowMultiple);
  if (isOpen) return <RunningFlow environmentId={environmentId} />;
  if (loaded.status !== 'ready') return <NotLoaded state={loaded} rows={3} shape="row" />;
  // Latched: the activation that the flow makes must not take its last screen away.
  if (loaded.activations.length === 0) setOpen(true);
  return (
    <Notice
      tone="info"
      heading={t('activations.elsewhere', { integration: loaded.integration.name })}
    >
      <p>{t('activations.onlyOne')}</p>
    </Notice>
  );
}
