import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useConnections } from '../../headless/useConnections.js';
import { useFlow } from '../flow/FlowContext.js';
import { RefusalNotice } from '../flow/RefusalNotice.js';
import { StepFrame } from '../flow/StepFrame.js';
import { LoadError } from '../parts/LoadError.js';
import { Skeleton } from '../parts/Skeleton.js';
import { useText } from '../root/text.js';
import { ConnectionPicker } from './ConnectionPicker.js';
import { NoConnection } from './NoConnection.js';

/** One connection template: the user's accounts that fit it, and the choice among them. */
export function TemplateStep({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const { t } = useText();
  const { integration } = useFlow();
  const { environmentId } = integration;
  const list = useConnections({ environmentId, connectionTemplateId: template.id });
  const heading = t('template.heading', { template: template.name });
  const frame = { name: 'template', heading };

  if (list.status === 'ready' && list.connections.length > 0) {
    return <ConnectionPicker template={template} list={list} heading={heading} />;
  }
  if (list.status === 'ready') {
    return (
      <StepFrame {...frame}>
        <RefusalNotice />
        <NoConnection template={template} onLookAgain={list.refresh} />
      </StepFrame>
    );
  }
  return (
    <StepFrame {...frame}>
      {list.status === 'error' ? (
        <LoadError error={list.error} onRetry={list.retry} />
      ) : (
        <Skeleton rows={3} shape="row" />
      )}
    </StepFrame>
  );
}
