'use client';
import type { ReactNode } from 'react';
import { LazyActivations } from './integration/LazyActivations.js';
import { useIntegrationWithActivations } from './integration/useIntegrationWithActivations.js';
import { NotLoaded } from './parts/NotLoaded.js';
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
  const loaded = useIntegrationWithActivations(environmentId);
  if (loaded.status !== 'ready') return <NotLoaded state={loaded} rows={2} shape="card" />;
  const { activations, isIncomplete, integration, refresh } = loaded;
  return (
    <LazyActivations
      activations={activations}
      isIncomplete={isIncomplete}
      integration={integration}
      onRefresh={refresh}
    />
  );
}
