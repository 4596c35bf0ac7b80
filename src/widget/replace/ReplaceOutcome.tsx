import type { ReactNode } from 'react';
import type { Integration } from '../../domain/integration.js';
import type { Replacing } from '../../headless/useReplaceActivation.js';
import { useChangesText } from '../activation/changesText.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { Skeleton } from '../parts/Skeleton.js';
import { takeFocus } from '../parts/takeFocus.js';
import { usePart } from '../root/part.js';

interface ReplaceOutcomeProps {
  readonly replacing: Extract<Replacing, { status: 'ending' | 'bothActive' }>;
  readonly integration: Integration;
  readonly onShowBoth: () => void;
}

/** Shown once the new activation exists, while the old one is ended or where that failed. */
export function ReplaceOutcome({
  replacing,
  integration,
  onShowBoth,
}: ReplaceOutcomeProps): ReactNode {
  const { t } = useChangesText();
  if (replacing.status === 'ending') {
    return (
      <Screen key="ending" state="ending">
        <p role="status">{t('replace.ending')}</p>
        <Skeleton rows={1} shape="card" />
      </Screen>
    );
  }
  return (
    <Screen key="bothActive" state="bothActive">
      <Notice
        tone="warning"
        isAlert
        heading={t('replace.both.heading')}
        actions={
          <>
            <Button variant="primary" part="end-previous" onClick={replacing.retry}>
              {t('replace.both.retry')}
            </Button>
            <Button variant="quiet" part="show-both" onClick={onShowBoth}>
              {t('replace.both.show')}
            </Button>
          </>
        }
      >
        <p>{t('replace.both.text', { integration: integration.name })}</p>
        <p>{toProblemText(t, replacing.error)}</p>
      </Notice>
    </Screen>
  );
}

interface ScreenProps {
  readonly state: ReplaceOutcomeProps['replacing']['status'];
  readonly children: ReactNode;
}

/** What had the focus went with the screen before, so this one takes it. */
function Screen({ state, children }: ScreenProps): ReactNode {
  const part = usePart();
  return (
    <div {...part('replace-outcome', state)} ref={takeFocus} tabIndex={-1}>
      {children}
    </div>
  );
}
