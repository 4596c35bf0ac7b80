import type { ReactNode } from 'react';
import type { Integration } from '../../domain/integration.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { SupportLink } from '../parts/SupportLink.js';
import { useText } from '../root/text.js';

interface UnavailableProps {
  readonly integration: Integration;
  readonly onRetry: () => void;
}

/** Says why the integration cannot be activated now, and who can change that. */
export function Unavailable({ integration, onRetry }: UnavailableProps): ReactNode {
  const { t } = useText();
  const isBroken = integration.status === 'error';
  const name = isBroken ? 'misconfigured' : 'unavailable';
  return (
    <Notice
      headingDepth={0}
      tone={isBroken ? 'danger' : 'info'}
      heading={t(`${name}.heading`, { integration: integration.name })}
      actions={
        <>
          <Button variant="plain" part="retry" onClick={onRetry}>
            {t('retry')}
          </Button>
          {isBroken && <SupportLink />}
        </>
      }
    >
      <p>{t(`${name}.text`)}</p>
    </Notice>
  );
}
