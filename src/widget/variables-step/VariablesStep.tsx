import type { ReactNode } from 'react';
import { useFlow } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { useText } from '../root/text.js';
import { useVariablesChunk } from './loadVariables.js';
import { VariablesWaiting } from './VariablesWaiting.js';

/** The form of the dynamic variables, in a chunk of its own. */
export function VariablesStep(): ReactNode {
  const { t } = useText();
  const names = { integration: useFlow().integration.name };
  const loading = useVariablesChunk();
  if (loading.status === 'ready') return <loading.chunk.VariablesStepForm />;
  return (
    <StepFrame
      name="variables"
      heading={t('variables.heading', names)}
      lead={t('variables.lead', names)}
    >
      <VariablesWaiting loading={loading} />
    </StepFrame>
  );
}
