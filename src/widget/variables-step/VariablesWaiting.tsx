import type { ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Skeleton } from '../parts/Skeleton.js';
import { useText } from '../root/text.js';
import type { VariablesLoading } from './loadVariables.js';

interface VariablesWaitingProps {
  readonly loading: Exclude<VariablesLoading, { status: 'ready' }>;
}

/** In place of the form while its chunk is on the way, or could not be had. */
export function VariablesWaiting({ loading }: VariablesWaitingProps): ReactNode {
  const { t } = useText();
  if (loading.status === 'loading') return <Skeleton rows={4} shape="field" />;
  return (
    <Notice
      tone="danger"
      isAlert
      actions={
        <Button variant="plain" part="retry" onClick={loading.retry}>
          {t('retry')}
        </Button>
      }
    >
      <p>{t('variables.failed')}</p>
    </Notice>
  );
}
