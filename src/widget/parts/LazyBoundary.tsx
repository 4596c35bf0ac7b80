import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../root/text.js';
import { Button } from './Button.js';
import type { LazyModule } from './lazyModule.js';
import { Notice } from './Notice.js';
import { Skeleton } from './Skeleton.js';

/** What stands in place of a module: its outline while it loads, and what is said where that fails. */
const PLACEHOLDERS = {
  cards: { rows: 2, shape: 'card', failed: 'activations.notLoaded' },
  form: { rows: 4, shape: 'field', failed: 'variables.failed' },
} as const;

interface LazyBoundaryProps<T> {
  readonly module: LazyModule<T>;
  readonly placeholder: keyof typeof PLACEHOLDERS;
  readonly children: (loaded: T) => ReactNode;
  /** True: the user waits already, and was told so. */
  readonly isSilent?: boolean | undefined;
  /** Leaves again, where the module does not come. */
  readonly onCancel?: () => void;
  /** Draws around the placeholder what the module draws around itself. */
  readonly renderFrame?: (placeholder: ReactNode) => ReactNode;
}

/** Shows a module once it has loaded. Needs a `key` where another module may take its place. */
export function LazyBoundary<T>(props: LazyBoundaryProps<T>): ReactNode {
  const {
    module,
    placeholder,
    children,
    isSilent,
    onCancel,
    renderFrame = (inner) => inner,
  } = props;
  const { t } = useText();
  const state = useLazyModule(module);
  const { rows, shape, failed } = PLACEHOLDERS[placeholder];
  if (state.status === 'ready') return children(state.module);
  if (state.status === 'loading') {
    return renderFrame(<Skeleton rows={rows} shape={shape} isSilent={isSilent} />);
  }
  return renderFrame(
    <Notice
      tone="danger"
      isAlert
      actions={
        <>
          <Button variant="plain" part="retry" onClick={state.retry}>
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
      <p>{t(failed)}</p>
    </Notice>,
  );
}

export type LazyState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly retry: () => void }
  | { readonly status: 'ready'; readonly module: T };

/** Loads a module, with the way to try again where that failed. */
export function useLazyModule<T>(lazy: LazyModule<T>): LazyState<T> {
  const [loaded, setLoaded] = useState(lazy.get);
  const [tries, setTries] = useState(1);
  const [failedTries, setFailedTries] = useState(0);
  const isMissing = loaded === null;

  useEffect(() => {
    if (!isMissing) return undefined;
    let isWanted = true;
    lazy.load().then(
      (next) => isWanted && setLoaded(() => next),
      () => isWanted && setFailedTries(tries),
    );
    return () => {
      isWanted = false;
    };
  }, [lazy, isMissing, tries]);

  if (loaded !== null) return { status: 'ready', module: loaded };
  if (failedTries === tries) return { status: 'failed', retry: () => setTries(tries + 1) };
  return { status: 'loading' };
}
