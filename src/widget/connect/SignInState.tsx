import type { ReactNode } from 'react';
import { assertNever } from '../../domain/assertNever.js';
import type { UseAuthorization } from '../../headless/useAuthorization.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { usePart } from '../root/part.js';
import { useConnectText } from './connectText.js';
import { SignInWaiting } from './SignInWaiting.js';

interface SignInStateProps {
  readonly authorization: UseAuthorization;
  /** What the user signs in to. */
  readonly template: string;
  /** Opens the provider's page in another window. Called within a press. */
  readonly onOpen: () => void;
  /** The user goes to the provider's page in this window; false: it would not come back here. */
  readonly onLeave: () => boolean;
}

/** Shows where a sign-in in a window of its own stands; each state has a way on. */
export function SignInState(props: SignInStateProps): ReactNode {
  const { authorization, template, onLeave } = props;
  const { t } = useConnectText();
  const { state, sameWindow } = authorization;
  const link = usePart()('sign-in-here');
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
        <Notice
          tone="warning"
          isAlert
          heading={t('connect.blocked.heading')}
          actions={
            sameWindow && (
              <a
                {...link}
                className={`onb-button ${link.className}`}
                data-variant="plain"
                href={sameWindow.url}
                onClick={(event) => onLeave() || event.preventDefault()}
              >
                {t('connect.here')}
              </a>
            )
          }
        >
          <p>{t('connect.blocked')}</p>
          {sameWindow && <p>{t('connect.here.text')}</p>}
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
