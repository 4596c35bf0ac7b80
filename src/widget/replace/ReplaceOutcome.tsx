import { useEffect, useRef, type ReactNode } from 'react';
import type { Integration } from '../../domain/integration.js';
import type { Replacing } from '../../headless/useReplaceActivation.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { Skeleton } from '../parts/Skeleton.js';
import { usePart } from '../root/part.js';
import { useActivationsText } from '../activation-list/useCatalog.js';

interface ReplaceOutcomeProps {
  readonly replacing: Extract<Replacing, { status: 'ending' | 'bothActive' }>;
  readonly integration: Integration;
  readonly onShowBoth: () => void;
}

/** The new activation is there; the old one is being ended, or could not be. */
export function ReplaceOutcome(props: ReplaceOutcomeProps): ReactNode {
  const { replacing, integration, onShowBoth } = props;
  const part = usePart();
  const { t } = useActivationsText();
  const screen = useRef<HTMLDivElement>(null);
  const isFailed = replacing.status === 'bothActive';

  // What had the focus went with the flow.
  useEffect(() => screen.current?.focus(), [isFailed]);

  return (
    <div {...part('replace-outcome', replacing.status)} ref={screen} tabIndex={-1}>
      {isFailed ? (
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
      ) : (
        <>
          <p role="status">{t('replace.ending')}</p>
          <Skeleton rows={1} shape="card" />
        </>
      )}
    </div>
  );
}
