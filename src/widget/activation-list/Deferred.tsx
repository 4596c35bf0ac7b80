import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Skeleton } from '../parts/Skeleton.js';
import { useText } from '../root/text.js';
import type { Chunk } from './chunk.js';

interface DeferredProps<T> {
  readonly chunk: Chunk<T>;
  readonly children: (loaded: T) => ReactNode;
  /** Leaves again, where the chunk does not come. */
  readonly onCancel?: () => void;
}

/**
 * What is in a chunk of its own, once it is here; before, its outline, or why it does not come. Needs
 * a `key` where another chunk may take its place.
 */
export function Deferred<T>({ chunk, children, onCancel }: DeferredProps<T>): ReactNode {
  const { t } = useText();
  const [loaded, setLoaded] = useState<T | null>(chunk.get);
  const [tries, setTries] = useState(1);
  const [failedTries, setFailedTries] = useState(0);
  const isMissing = loaded === null;

  useEffect(() => {
    if (!isMissing) return undefined;
    let isWanted = true;
    chunk.load().then(
      (next) => isWanted && setLoaded(() => next),
      () => isWanted && setFailedTries(tries),
    );
    return () => {
      isWanted = false;
    };
  }, [chunk, isMissing, tries]);

  if (loaded !== null) return children(loaded);
  if (failedTries < tries) return <Skeleton rows={2} shape="card" />;
  return (
    <Notice
      tone="danger"
      isAlert
      actions={
        <>
          <Button variant="plain" part="retry" onClick={() => setTries(tries + 1)}>
            {t('retry')}
          </Button>
          {onCancel && (
            <Button variant="quiet" part="cancel" onClick={onCancel}>
              {t('activations.back')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('activations.notLoaded')}</p>
    </Notice>
  );
}
