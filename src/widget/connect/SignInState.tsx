import type { ReactNode } from 'react';
import { assertNever } from '../../domain/assertNever.js';
import type { UseAuthorization } from '../../headless/useAuthorization.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { useConnectText } from './connectText.js';
import { SignInWaiting } from './SignInWaiting.js';

interface SignInStateProps {
  readonly authorization: UseAuthorization;
  /** What the user signs in to. */
  readonly template: string;
  /** Opens the provider's page in another window. Called within a press. */
  readonly onOpen: () => void;
}

/** Shows where a sign-in in a window of its own stands; each state has a way on. */
export function SignInState(props: SignInStateProps): ReactNode {
  const { authorization, template } = props;
  const { t } = useConnectText();
  const { state } = authorization;
  const names = { template };
  switch (state.status) {
    case 'idle':
    case 'granted':
      return null;
    case 'starting':
    case 'waiting':
      return <SignInWaiting {...props} state={state} />;
    case 'blocked':
      return (
        <Notice tone="warning" isAlert heading={t('connect.blocked.heading')}>
          <p>{t('connect.blocked')}</p>
        </Notice>
      );
    case 'denied':
      return (
        <Notice tone="info" isAlert>
          <p>{t('connect.denied')}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="danger" isAlert heading={t('connect.refused.heading', names)}>
          {state.description !== '' && <p dir="auto">{state.description}</p>}
          <p>{t('connect.refused')}</p>
        </Notice>
      );
    case 'notStarted':
      return (
        <Notice tone="danger" isAlert heading={t('connect.failed.heading')}>
          <p>{toProblemText(t, state.problem)}</p>
          <p>{t('connect.failed.text')}</p>
        </Notice>
      );
    case 'timedOut':
      return (
        <Notice tone="info" isAlert>
          <p>{t('connect.timedOut')}</p>
        </Notice>
      );
    default:
      return assertNever(state);
  }
}
