import type { ReactNode } from 'react';
import { isOutcomeUnknown, type BackendError } from '../../backend/backendError.js';
import type { VariablesFormHandle } from '../../headless/variables-form/useVariablesForm.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { useConnectText } from './connectText.js';
import { toFormFields } from './toCredentials.js';

interface ConnectProblemProps {
  readonly error: BackendError;
  readonly fields: VariablesFormHandle;
  /** True: the sign-in at the provider is spent with the attempt. */
  readonly needsSignIn: boolean;
  /** Sends again what was sent before the form was there; `null`: the form itself does. */
  readonly onSendAgain: (() => void) | null;
}

/** Shows why the account was not connected, unless a field says it, and that nothing is lost. */
export function ConnectProblem(props: ConnectProblemProps): ReactNode {
  const { error, fields, needsSignIn, onSendAgain } = props;
  const { t } = useConnectText();
  if (isOutcomeUnknown(error)) {
    return (
      <Notice
        tone="warning"
        isAlert
        heading={t('connect.unknown.heading')}
        actions={
          onSendAgain && (
            <Button variant="plain" part="send-again" onClick={onSendAgain}>
              {t('connect.check')}
            </Button>
          )
        }
      >
        <p>{t('connect.unknown.text')}</p>
      </Notice>
    );
  }
  const { summary } = fields.store.getForm();
  const shown = new Set(summary.map(({ path }) => path));
  const reasons = toFormFields(error.fields).filter(({ path }) => !shown.has(path));
  if (reasons.length === 0 && error.fields.length > 0) return null;
  return (
    <Notice tone="danger" isAlert heading={t('connect.failed.heading')}>
      {reasons.length === 0 && <p dir="auto">{toReason(error) ?? toProblemText(t, error)}</p>}
      {reasons.map(({ path, message }) => (
        <p key={path} dir="auto">
          {message || toProblemText(t, error)}
        </p>
      ))}
      <p>{t('connect.failed.text')}</p>
      {needsSignIn && <p>{t('connect.failed.signIn')}</p>}
    </Notice>
  );
}

/** The platform's words are passed on for refused input alone; others are for developers. */
function toReason({ code, message }: BackendError): string | undefined {
  return (code === 'invalid' || code === 'conflict') && message !== '' ? message : undefined;
}
