'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useOnboardingSettings } from '../headless/settings.js';
import { useActivations } from '../headless/useActivations.js';
import { useIntegration } from '../headless/useIntegration.js';
import { Activations } from './ActivationList.js';
import { RunningFlow, splitProps } from './OnboardingFlow.js';
import type { FlowOptions } from './options.js';
import { Button } from './parts/Button.js';
import { LoadError } from './parts/LoadError.js';
import { Skeleton } from './parts/Skeleton.js';
import { useText } from './root/text.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface OnboardingWidgetProps extends SharedProps, FlowOptions {
  /** The integration: the environment of the platform that the host listed. */
  readonly environmentId: string;
}

/** Current activations of one integration, and the flow that makes one. */
export function OnboardingWidget({ environmentId, ...rest }: OnboardingWidgetProps): ReactNode {
  const [shared, options] = splitProps(rest);
  return (
    <WidgetRoot component="OnboardingWidget" shared={shared}>
      <ListOrFlow key={environmentId} environmentId={environmentId} options={options} />
    </WidgetRoot>
  );
}

interface ListOrFlowProps {
  readonly environmentId: string;
  readonly options: FlowOptions;
}

function ListOrFlow({ environmentId, options }: ListOrFlowProps): ReactNode {
  const { t } = useText();
  const { drafts } = useOnboardingSettings('OnboardingWidget');
  const integration = useIntegration(environmentId);
  const activations = useActivations(environmentId);
  const [view, setView] = useState<'flow' | 'list' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [leaves, setLeaves] = useState(0);

  // The list replaces what had the focus, so it takes it; never on the first render.
  useEffect(() => {
    if (leaves > 0) list.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [leaves]);

  const isActive = activations.status === 'ready' && activations.activations.length > 0;
  const isSettled = isActive && options.allowMultiple !== true && view !== 'flow';

  // Nothing is left to resume: a draft of before must not begin the next flow.
  useEffect(() => {
    if (isSettled) drafts.remove(environmentId);
  }, [drafts, environmentId, isSettled]);

  if (integration.status === 'error') {
    return <LoadError error={integration.error} onRetry={integration.retry} />;
  }
  if (activations.status === 'error') {
    return <LoadError error={activations.error} onRetry={activations.retry} />;
  }
  if (integration.status === 'loading' || activations.status === 'loading') {
    return <Skeleton rows={3} shape="row" />;
  }

  const canAdd = options.allowMultiple === true;
  const shown = view ?? (!isActive || (canAdd && drafts.has(environmentId)) ? 'flow' : 'list');
  // Latched: an activation that appears while the flow is open must not take it from the screen.
  if (view !== shown) setView(shown);

  if (shown === 'flow') {
    return (
      <RunningFlow
        environmentId={environmentId}
        options={options}
        {...(isActive && {
          onLeave: () => {
            setView('list');
            setLeaves(leaves + 1);
          },
        })}
      />
    );
  }
  return (
    <div ref={list}>
      <Activations
        activations={activations.activations}
        integration={integration.integration}
        options={options}
        actions={
          (canAdd || !isActive) && (
            <Button variant="plain" part="add" onClick={() => setView('flow')}>
              {t('activations.add')}
            </Button>
          )
        }
      />
    </div>
  );
}
