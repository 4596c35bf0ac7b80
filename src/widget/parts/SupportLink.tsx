import type { ReactNode } from 'react';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** Leads to the host's support; nothing where the host gives no address. */
export function SupportLink(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { supportUrl } = useFlowOptions();
  if (supportUrl === undefined) return null;
  return (
    <a {...part('support')} href={supportUrl}>
      {t('support')}
    </a>
  );
}
