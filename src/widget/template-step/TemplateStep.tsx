import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useConnections } from '../../headless/useConnections.js';
import { useFlow } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { NotLoaded } from '../parts/NotLoaded.js';
import { useText } from '../root/text.js';
import { TemplateFace } from './TemplateFace.js';
import { ConnectionStep } from './ConnectionStep.js';

/** Lets the user choose a connection for one template. */
export function TemplateStep({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const { t } = useText();
  const { environmentId } = useFlow().integration;
  const list = useConnections({ environmentId, connectionTemplateId: template.id });
  const heading = t('template.heading', { template: template.name });
  if (list.status === 'ready')
    return <ConnectionStep template={template} list={list} heading={heading} />;
  return (
    <StepFrame name="template" heading={heading} icon={<TemplateFace template={template} />}>
      <NotLoaded state={list} headingDepth={1} rows={3} shape="row" />
    </StepFrame>
  );
}
