import type { ReactNode } from 'react';
import type { AuthorizationState } from '../../flow/authorization.js';
import type { UseAuthorization } from '../../headless/useAuthorization.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { useConnectText } from './connectText.js';

interface SignInWaitingProps {
  readonly authorization: UseAuthorization;
  readonly state: Extract<AuthorizationState, { status: 'starting' | 'waiting' }>;
  readonly template: string;
  readonly onOpen: () => void;
}

/**
 * Shown while the user is at the provider. That the window is closed is no news: one whose provider
 * isolates it says so too, and its answer may still come.
 */
export function SignInWaiting(props: SignInWaitingProps): ReactNode {
  const { authorization, state, template, onOpen } = props;
  const { t } = useConnectText();
  const names = { template };
  const isWaiting = state.status === 'waiting';
  const seemsClosed = isWaiting && state.seemsClosed;
  const isChecking = isWaiting && state.check === 'running';
  const hasNothing = isWaiting && state.check === 'nothing';
  const waiting = t(isWaiting ? 'connect.waiting' : 'connect.starting', names);
  const found = hasNothing ? t('connect.nothing', names) : t('connect.closed');
  return (
    <div role="status">
      <Notice
        tone="info"
        heading={seemsClosed ? t('connect.closed.heading') : undefined}
        actions={
          <>
            {seemsClosed && (
              <Button
                variant="plain"
                part="check-sign-in"
                isBusy={isChecking}
                onClick={authorization.checkNow}
              >
                {t(isChecking ? 'connect.checking' : 'connect.check')}
              </Button>
            )}
            {isWaiting && (
              <Button variant="plain" part="open-again" onClick={onOpen}>
                {t('connect.open')}
              </Button>
            )}
            <Button variant="quiet" part="stop-sign-in" onClick={authorization.end}>
              {t('connect.cancel')}
            </Button>
          </>
        }
      >
        <p>{seemsClosed ? found : waiting}</p>
      </Notice>
    </div>
  );
}
