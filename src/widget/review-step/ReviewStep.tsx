import type { ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { splitSecrets } from '../../variables/secrets.js';
import { VariableValues } from '../activation-list/VariableValues.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { RefusalNotice } from '../flow/RefusalNotice.js';
import { StepFrame } from '../flow/StepFrame.js';
import { Button } from '../parts/Button.js';
import { toConnectionWords } from '../parts/connectionText.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** Everything that is about to be switched on, each with the way to change it. */
export function ReviewStep(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { integration, actions } = useFlow();
  const isSubmitting = useFlowSlice(({ submission }) => submission.status === 'submitting');
  const names = { integration: integration.name };
  return (
    <StepFrame
      name="review"
      heading={t('review.heading')}
      lead={t('review.lead', names)}
      action={
        <Button variant="primary" part="activate" isBusy={isSubmitting} onClick={actions.activate}>
          {isSubmitting ? t('review.activating') : t('review.activate', names)}
        </Button>
      }
    >
      <RefusalNotice />
      <p role="status" className="onb-visually-hidden">
        {isSubmitting && t('submitting.announcement', names)}
      </p>
      <dl {...part('review')} aria-label={t('review.accounts')}>
        {integration.connectionTemplates.map((template) =>
          template.managed ? (
            <ManagedRow key={template.id} template={template} />
          ) : (
            <ChosenRow key={template.id} template={template} />
          ),
        )}
      </dl>
      <ReviewedVariables />
    </StepFrame>
  );
}

function ChosenRow({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const part = usePart();
  const text = useText();
  const { actions, options } = useFlow();
  const connection = useFlowSlice((state) => state.choices.get(template.id));
  if (connection === undefined) return null;
  const words = toConnectionWords(text, connection, template, options.formatConnection);
  return (
    <div {...part('review-row')} data-usable={isUsable(connection)}>
      <dt dir="auto">{template.name}</dt>
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
        <ChangeButton
          name={template.name}
          onClick={() => actions.open(`template:${template.id}`)}
        />
      </dd>
    </div>
  );
}

function ManagedRow({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part('review-row', 'managed')}>
      <dt dir="auto">{template.name}</dt>
      <dd>
        <span className="onb-managed">
          <Icon name="lock" /> {t('review.managed')}
        </span>
      </dd>
    </div>
  );
}

function ReviewedVariables(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { integration, actions } = useFlow();
  const values = useFlowSlice(({ variables }) => variables?.values ?? null);
  const hasStep = useFlowSlice(({ steps }) => steps.some(({ kind }) => kind === 'variables'));
  if (values === null || !hasStep) return null;
  const { visible, secretsSet } = splitSecrets(integration.variablesSchema, values);
  return (
    <section {...part('review-variables')}>
      <header className="onb-review-header">
        <h4>{t('step.variables')}</h4>
        <ChangeButton name={t('step.variables')} onClick={() => actions.open('variables')} />
      </header>
      <VariableValues
        schema={integration.variablesSchema}
        values={visible}
        secretsSet={secretsSet}
      />
    </section>
  );
}

function ChangeButton({
  name,
  onClick,
}: {
  readonly name: string;
  readonly onClick: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <Button variant="quiet" part="change" aria-label={t('change.of', { name })} onClick={onClick}>
      {t('change')}
    </Button>
  );
}
