import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Backend } from '../../backend/backend.js';
import type { Activation } from '../../domain/activation.js';
import type { Connection } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import type { ReplacementStart } from '../../flow/replacement.js';
import { hasVariables } from '../../flow/steps.js';
import { useBackend } from '../../headless/settings.js';
import { SearchField } from '../parts/SearchField.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Title } from '../parts/Title.js';
import { usePart } from '../root/part.js';
import { canConnectInPlace } from '../connect/connectWays.js';
import { ActivationCard } from '../activation/ActivationCard.js';
import { CardActions } from './CardActions.js';
import type { RecoveryHandlers } from './recoveryHandlers.js';
import { RecoveryActions } from './RecoveryActions.js';
import { FILTER_FROM, useShownActivations, type CardsFocus } from './useShownActivations.js';
import { useActivationsText } from './activationsText.js';

export interface ActivationCardsProps {
  readonly activations: readonly Activation[];
  /** There are more than these; how many is not known. */
  readonly isIncomplete: boolean;
  readonly integration: Integration;
  /** Reads the list again. */
  readonly onRefresh: () => Promise<unknown>;
  /** Opens the flow; absent where it is not offered. */
  readonly onAdd?: (() => void) | undefined;
  /** `null`: the focus stays where it is. */
  readonly focus: CardsFocus | null;
  /** What has just happened; empty: nothing. */
  readonly line: string;
  readonly onEdit: (activation: Activation) => void;
  readonly onReplace: (
    activation: Activation,
    start: ReplacementStart,
    connections?: FlowOptions['initialConnections'],
  ) => void;
  readonly onEnd: (activation: Activation) => void;
  /** The user has signed in again to a connection of an activation. */
  readonly onRepaired: (activation: Activation, connection: Connection) => void;
}

/** Shows the list with its heading, the last outcome, and a filter where it is long. */
export function ActivationCards(props: ActivationCardsProps): ReactNode {
  const { activations, isIncomplete, integration, focus, line, onAdd } = props;
  const { allowMultiple = false } = useFlowOptions();
  const part = usePart();
  const { t } = useActivationsText();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useShownActivations(activations, integration, focus);
  const focusedId = focus?.activationId;
  const isCardShown = shown.activations.some((each) => each.id === focusedId);
  const count = activations.length;
  const hasCount = count > 1 && !isIncomplete;
  const headingKey = hasCount ? 'activations.headingCount' : 'activations.heading';
  const names = { integration: integration.name };

  useLayoutEffect(() => {
    if (focus !== null && !isCardShown) heading.current?.focus();
  }, [focus, isCardShown]);

  return (
    <section {...part('activations')} aria-labelledby={id}>
      <Title id={id} headingRef={heading}>
        {count === 0 ? t('activations.none', names) : t(headingKey, { count })}
      </Title>
      <p {...part('outcome')} role="status">
        {line}
      </p>
      {hasCount && !allowMultiple && (
        <Notice tone="warning">
          <p>{t('activations.tooMany', { count, ...names })}</p>
        </Notice>
      )}
      {isIncomplete && <p {...part('hint')}>{t('activations.incomplete')}</p>}
      {count >= FILTER_FROM && (
        <SearchField
          label={t('activations.filter')}
          search={shown.search}
          onSearch={shown.setSearch}
          count={t('activations.count', { count: shown.matches })}
        />
      )}
      <ul className="onb-activations-list">
        {shown.activations.map((activation) => (
          <li key={activation.id}>
            <Card
              {...props}
              activation={activation}
              title={shown.titles.get(activation.id) ?? integration.name}
              takesFocus={activation.id === focusedId}
            />
          </li>
        ))}
      </ul>
      {shown.showMore && (
        <Button variant="plain" part="more-activations" onClick={shown.showMore}>
          {t('activations.more')}
        </Button>
      )}
      {onAdd && (
        <Button variant={count === 0 ? 'primary' : 'plain'} part="add" onClick={onAdd}>
          {count === 0 ? t('flow.title', names) : t('activations.add')}
        </Button>
      )}
    </section>
  );
}

interface CardProps extends ActivationCardsProps {
  readonly activation: Activation;
  readonly title: string;
  readonly takesFocus: boolean;
}

function Card(props: CardProps): ReactNode {
  const { activation, integration, title, takesFocus } = props;
  const { onConnectNew } = useFlowOptions();
  const { onEdit, onReplace, onEnd } = props;
  const { t } = useActivationsText();
  const backend = useBackend();
  const canEdit =
    backend.updateVariables !== undefined && hasVariables(integration.variablesSchema);
  const canReplace = backend.deactivate !== undefined && integration.status === 'available';
  const handlers = toRecoveryHandlers(
    props,
    { backend, onConnectNew },
    canReplace ? onReplace : undefined,
  );
  return (
    <ActivationCard
      activation={activation}
      integration={integration}
      title={title}
      takesFocus={takesFocus}
      renderRepair={(shown) => (
        <RecoveryActions shown={shown} integration={integration} handlers={handlers} />
      )}
      actions={
        <CardActions
          title={title}
          onEdit={canEdit ? () => onEdit(activation) : undefined}
          onReplace={canReplace ? () => onReplace(activation, {}) : undefined}
          onEnd={backend.deactivate ? () => onEnd(activation) : undefined}
          hint={
            backend.deactivate && !canReplace
              ? t('activation.replaceLater', { integration: integration.name })
              : undefined
          }
        />
      }
    />
  );
}

function toRecoveryHandlers(
  { activation, integration, onRefresh, onRepaired }: CardProps,
  { backend, onConnectNew }: { backend: Backend } & Pick<FlowOptions, 'onConnectNew'>,
  onReplace: ActivationCardsProps['onReplace'] | undefined,
): RecoveryHandlers {
  const reconnect: RecoveryHandlers['reconnect'] =
    onConnectNew &&
    (async (template, connection) => {
      const reason = 'reconnect';
      const made = await onConnectNew({ integration, template, reason, connection });
      await onRefresh();
      const id = made?.connectionId;
      // Another connection in place of this one: the activation does not use it by itself.
      if (id !== undefined && id !== connection.id) {
        onReplace?.(activation, { connectionTemplateId: template.id }, { [template.id]: id });
      }
    });
  const replace: RecoveryHandlers['replace'] =
    onReplace && ((template) => onReplace(activation, { connectionTemplateId: template.id }));
  return {
    reconnect,
    canRepairInPlace: (template) => canConnectInPlace(backend, template, 'reconnectConnection'),
    onRepaired: (connection) => onRepaired(activation, connection),
    replace,
  };
}
