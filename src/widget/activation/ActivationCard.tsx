import { Fragment, useId, type ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import { isUsable } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { takeFocus } from '../parts/takeFocus.js';
import { ManagedRow } from '../parts/ManagedRow.js';
import { Heading } from '../parts/Heading.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ShownConnectionRow } from './ShownConnectionRow.js';
import { toShownConnections, type ShownConnection } from './shownConnections.js';
import { VariableValues } from './VariableValues.js';

interface ActivationCardProps {
  readonly activation: Activation;
  readonly integration: Integration;
  /** Default: the integration's name. */
  readonly title?: string;
  /** The ways out where a connection does not work; they lead the card. */
  readonly renderRepair?: (shown: ShownConnection) => ReactNode;
  /** What can be done with the activation. */
  readonly actions?: ReactNode;
  /** True: the user was brought here, so the heading takes the focus. */
  readonly takesFocus?: boolean;
}

/** Shows one activation: its status, connections and variables. */
export function ActivationCard(props: ActivationCardProps): ReactNode {
  const { activation, integration, renderRepair, actions, takesFocus = false } = props;
  const { title = integration.name } = props;
  const part = usePart();
  const text = useText();
  const { formatConnection } = useFlowOptions();
  const id = useId();
  const { environmentStatus, connections, dynamicVariables, secretsSet } = activation;
  const hasVariables = Object.keys(dynamicVariables).length > 0 || secretsSet.length > 0;
  const isBroken = connections.some(({ connection }) => !isUsable(connection));
  const status = isBroken && environmentStatus === 'running' ? 'attention' : environmentStatus;
  const shownConnections = toShownConnections(text, activation, integration, formatConnection);
  const managed = integration.connectionTemplates.filter((template) => template.managed);

  return (
    <article {...part('activation', status)} aria-labelledby={id}>
      <header className="onb-activation-header">
        <SystemIcon name={title} url={integration.iconUrl} />
        <Heading
          depth={1}
          className="onb-activation-name"
          id={id}
          headingRef={takesFocus ? takeFocus : null}
          tabIndex={-1}
          dir="auto"
        >
          {title}
        </Heading>
        <span {...part('status', status)}>{text.t(`status.${status}`)}</span>
        <p {...part('status-text')}>
          {text.t(`status.${status}.text`, { integration: integration.name })}
        </p>
      </header>
      {renderRepair && (
        <div className="onb-repairs">
          {shownConnections.map((shown) => (
            <Fragment key={shown.key}>{renderRepair(shown)}</Fragment>
          ))}
        </div>
      )}
      {(connections.length > 0 || managed.length > 0) && (
        <dl {...part('accounts')} aria-label={text.t('activations.accounts')}>
          {shownConnections.map((shown) => (
            <ShownConnectionRow key={shown.key} shown={shown} />
          ))}
          {managed.map((template) => (
            <ManagedRow key={template.id} template={template} part="account" />
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
      {actions}
    </article>
  );
}
