import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** Names, on the first step, the connections that the host provides. */
export function ManagedHint({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const part = usePart();
  const { t, locale } = useText();
  const { connectionTemplates } = useFlow().integration;
  const isFirst = useFlowSlice(({ steps }) => steps[0]?.id === `template:${template.id}`);
  const names = connectionTemplates.filter(({ managed }) => managed).map(({ name }) => name);
  if (!isFirst || names.length === 0) return null;
  const templates = new Intl.ListFormat(locale, { type: 'unit' }).format(names);
  return (
    <p {...part('managed-hint')}>
      <Icon name="lock" /> {t('template.managed', { templates })}
    </p>
  );
}
