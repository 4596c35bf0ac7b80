import type { ReactNode } from 'react';
import { useSplitSecrets } from '../activation/useSplitSecrets.js';
import { VariableValues } from '../activation/VariableValues.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { Heading } from '../parts/Heading.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ChangeButton } from './ChangeButton.js';

/** Lists the variables that are about to be sent, without their secrets. */
export function ReviewedVariables(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { integration, actions } = useFlow();
  const values = useFlowSlice(({ variables }) => variables?.values ?? null);
  const splitSecrets = useSplitSecrets(integration.variablesSchema);
  if (values === null) return null;
  const { visible, secretsSet } = splitSecrets(values);
  return (
    <section {...part('review-variables')}>
      <header className="onb-review-header">
        <Heading depth={2}>{t('step.variables')}</Heading>
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
