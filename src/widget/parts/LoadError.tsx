import type { ReactNode } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import { useText } from '../root/text.js';
import { Button } from './Button.js';
import { Notice } from './Notice.js';
import { SupportLink } from './SupportLink.js';
import { toProblemText } from './problemText.js';

export interface LoadErrorProps {
  readonly error: BackendError;
  readonly onRetry: () => void;
  /** 1 below a title; 0, the default, where the title itself is what could not be read. */
  readonly headingDepth?: 0 | 1 | undefined;
}

/** Says why a read failed and what to do first, with a button that tries again. */
export function LoadError({ error, onRetry, headingDepth = 0 }: LoadErrorProps): ReactNode {
  const { t } = useText();
  return (
    <Notice
      tone="danger"
      isAlert
      headingDepth={headingDepth}
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
