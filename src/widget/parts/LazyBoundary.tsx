import type { ReactNode } from 'react';
import { Button } from './Button.js';
import { Notice } from './Notice.js';
import { Skeleton } from './Skeleton.js';
import { useText } from '../root/text.js';
import type { Chunk } from './lazyModule.js';
import { useLazyModule } from './useLazyModule.js';

interface LazyBoundaryProps<T> {
  readonly chunk: Chunk<T>;
  readonly children: (loaded: T) => ReactNode;
  /** Leaves again, where the chunk does not come. */
  readonly onCancel?: () => void;
}

/**
 * What is in a chunk of its own, once it is here; before, its outline, or why it does not come. Needs
 * a `key` where another chunk may take its place.
 */
export function LazyBoundary<T>({ chunk, children, onCancel }: LazyBoundaryProps<T>): ReactNode {
  const { t } = useText();
  const loading = useLazyModule(chunk);
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
