import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useConnections } from '../../headless/useConnections.js';
import { useFlow } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { NotLoaded } from '../parts/NotLoaded.js';
import { useWhenIdle } from '../parts/useWhenIdle.js';
import { useText } from '../root/text.js';
import { TemplateFace } from './TemplateFace.js';
import { ConnectionStep } from './ConnectionStep.js';

interface TemplateStepProps {
  readonly template: ConnectionTemplate;
  /** Called once the list is there, or cannot be had. Must be stable. */
  readonly onListed: () => void;
}

/** Lets the user choose a connection for one template. */
export function TemplateStep({ template, onListed }: TemplateStepProps): ReactNode {
  const { t } = useText();
  const { environmentId } = useFlow().integration;
  const list = useConnections({ environmentId, connectionTemplateId: template.id });
  useWhenIdle(list.status !== 'loading', onListed);
  const heading = t('template.heading', { template: template.name });
  if (list.status === 'ready')
    return <ConnectionStep template={template} list={list} heading={heading} />;
  return (
    <StepFrame name="template" heading={heading} icon={<TemplateFace template={template} />}>
      <NotLoaded state={list} headingDepth={1} rows={3} shape="row" />
    </StepFrame>
  );
}
