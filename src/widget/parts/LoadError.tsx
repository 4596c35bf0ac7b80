import type { ReactNode } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import { useText } from '../root/text.js';
import { Button } from './Button.js';
import { Notice } from './Notice.js';
import { SupportLink } from './SupportLink.js';
import { toProblemText } from './problemText.js';

interface LoadErrorProps {
  readonly error: BackendError;
  readonly onRetry: () => void;
}

/** Says why a read failed and what to do first, with a button that tries again. */
export function LoadError({ error, onRetry }: LoadErrorProps): ReactNode {
  const { t } = useText();
  return (
    <Notice
      tone="danger"
      isAlert
      isScreen
      heading={t('problem.heading')}
      actions={
        <>
          <Button variant="plain" part="retry" onClick={onRetry}>
            {t('retry')}
          </Button>
          <SupportLink />
        </>
      }
    >
      <p>{toProblemText(t, error)}</p>
    </Notice>
  );
}
