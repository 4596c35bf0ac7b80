import type { ReactNode } from 'react';
import { Button } from './Button.js';
import { Notice } from './Notice.js';
import { Skeleton } from './Skeleton.js';
import { useText } from '../root/text.js';
import type { Chunk } from './chunk.js';
import { useLoading } from './useLoading.js';

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
  const loading = useLoading(chunk);
  if (loading.status === 'ready') return children(loading.chunk);
  if (loading.status === 'loading') return <Skeleton rows={2} shape="card" />;
  return (
    <Notice
      tone="danger"
      isAlert
      actions={
        <>
          <Button variant="plain" part="retry" onClick={loading.retry}>
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
