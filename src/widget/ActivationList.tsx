'use client';
import { useId, type ReactNode } from 'react';
import type { Integration } from '../domain/integration.js';
import type { Activation } from '../domain/activation.js';
import { useActivations } from '../headless/useActivations.js';
import { useIntegration } from '../headless/useIntegration.js';
import { ActivationCard } from './activation-list/ActivationCard.js';
import type { FlowOptions } from './options.js';
import { LoadError } from './parts/LoadError.js';
import { Skeleton } from './parts/Skeleton.js';
import { usePart } from './root/part.js';
import { useText } from './root/text.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface ActivationListProps extends SharedProps, Pick<FlowOptions, 'formatConnection'> {
  readonly environmentId: string;
}

/** The user's current activations of one integration, by themselves. */
export function ActivationList({
  environmentId,
  formatConnection,
  ...shared
}: ActivationListProps): ReactNode {
  return (
    <WidgetRoot component="ActivationList" shared={shared}>
      <LoadedList
        environmentId={environmentId}
        options={formatConnection ? { formatConnection } : {}}
      />
    </WidgetRoot>
  );
}

function LoadedList({
  environmentId,
  options,
}: {
  environmentId: string;
  options: FlowOptions;
}): ReactNode {
  const { t } = useText();
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
  if (activations.activations.length === 0) return <p>{t('activations.none')}</p>;
  return (
    <Activations
      activations={activations.activations}
      integration={integration.integration}
      options={options}
    />
  );
}

interface ActivationsProps {
  readonly activations: readonly Activation[];
  readonly integration: Integration;
  readonly options: FlowOptions;
  readonly actions?: ReactNode;
}

/** The list with its heading; `actions` stand below. */
export function Activations({
  activations,
  integration,
  options,
  actions,
}: ActivationsProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const headingId = useId();
  return (
    <section {...part('activations')} aria-labelledby={headingId}>
      <h2 {...part('title')} id={headingId} tabIndex={-1}>
        {t('activations.heading')}
      </h2>
      <ul className="onb-activations-list">
        {activations.map((activation) => (
          <li key={activation.id}>
            <ActivationCard {...{ activation, integration, options }} />
          </li>
        ))}
      </ul>
      {actions}
    </section>
  );
}
