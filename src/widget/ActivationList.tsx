'use client';
import type { ReactNode } from 'react';
import { useActivations } from '../headless/useActivations.js';
import { useIntegration } from '../headless/useIntegration.js';
import { LazyActivations } from './integration/LazyActivations.js';
import { LoadError } from './parts/LoadError.js';
import { Skeleton } from './parts/Skeleton.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface ActivationListProps extends SharedProps {
  readonly environmentId: string;
}

/** The user's current activations of one integration, to see, edit, replace and end them. */
export function ActivationList(props: ActivationListProps): ReactNode {
  const { environmentId } = props;
  return (
    <WidgetRoot component="ActivationList" props={props}>
      <LoadedList key={environmentId} environmentId={environmentId} />
    </WidgetRoot>
  );
}

function LoadedList({ environmentId }: { readonly environmentId: string }): ReactNode {
  const integration = useIntegration(environmentId);
  const activations = useActivations(environmentId);
  if (integration.status === 'error') {
    return <LoadError error={integration.error} onRetry={integration.retry} />;
  }
  if (activations.status === 'error') {
    return <LoadError error={activations.error} onRetry={activations.retry} />;
  }
  if (integration.status === 'loading' || activations.status === 'loading') {
    return <Skeleton rows={2} shape="card" />;
  }
  return (
    <LazyActivations
      activations={activations.activations}
      isIncomplete={activations.isIncomplete}
      integration={integration.integration}
      onRefresh={activations.refresh}
    />
  );
}
