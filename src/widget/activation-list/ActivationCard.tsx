import { useId, type ReactNode } from 'react';
import type { Activation, ActivationConnection } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import { toConnectionWords } from '../parts/connectionText.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import type { FlowOptions } from '../options.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { VariableValues } from './VariableValues.js';

interface ActivationCardProps {
  readonly activation: Activation;
  readonly integration: Integration;
  readonly options: FlowOptions;
}

/** One activation: whether it runs, with which accounts, with which settings. */
export function ActivationCard({
  activation,
  integration,
  options,
}: ActivationCardProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const id = useId();
  const { environmentStatus, connections, dynamicVariables, secretsSet } = activation;
  const hasVariables = Object.keys(dynamicVariables).length > 0 || secretsSet.length > 0;
  return (
    <article {...part('activation', environmentStatus)} aria-labelledby={id}>
      <header className="onb-activation-header">
        <h3 className="onb-activation-name" id={id} dir="auto">
          {integration.name}
        </h3>
        <span {...part('status', environmentStatus)}>{t(`status.${environmentStatus}`)}</span>
      </header>
      {connections.length > 0 && (
        <dl {...part('accounts')} aria-label={t('activations.accounts')}>
          {connections.map((entry) => (
            <Account
              key={`${entry.connectionTemplateId} ${entry.connection.id}`}
              {...{ entry, integration, options }}
            />
          ))}
        </dl>
      )}
      {hasVariables && (
        <VariableValues
          schema={integration.variablesSchema}
          values={dynamicVariables}
          secretsSet={secretsSet}
        />
      )}
    </article>
  );
}

interface AccountProps extends Omit<ActivationCardProps, 'activation'> {
  readonly entry: ActivationConnection;
}

function Account({ entry, integration, options }: AccountProps): ReactNode {
  const text = useText();
  const part = usePart();
  const { connection, connectionTemplateId } = entry;
  const template = integration.connectionTemplates.find(({ id }) => id === connectionTemplateId);
  const words = toConnectionWords(text, connection, template, options.formatConnection);
  return (
    <div {...part('account')}>
      <dt dir="auto">{template?.name ?? text.t('activations.unknownTemplate')}</dt>
      <dd>
        <span className="onb-account-name" dir="auto">
          {words.name}
        </span>
        <span className="onb-connection-details">
          {words.details.map((detail) => (
            <bdi key={detail}>{detail}</bdi>
          ))}
        </span>
        <HealthBadge health={connection.health} />
      </dd>
    </div>
  );
}
