import { useLayoutEffect, useState, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { useLazyModule } from '../parts/useLazyModule.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { furtherControls } from './furtherControls.js';
import { useVariables } from './VariablesContext.js';

type FurtherControls = Exclude<ReturnType<typeof furtherControls.get>, null>;

interface LazyControlProps extends FieldProps {
  readonly children: (controls: FurtherControls) => ReactNode;
}

/** A control of the other chunk; until that is here, its label above a box of the size of an input. */
export function LazyControl({ children, ...frame }: LazyControlProps): ReactNode {
  const { part, t, getId, form } = useVariables();
  const loading = useLazyModule(furtherControls);
  const [isRetried, setRetried] = useState(false);
  const { key } = frame.field;
  const isReady = loading.status === 'ready';

  // The button that had the focus is gone now.
  useLayoutEffect(() => {
    if (isReady && isRetried) form.focus(key);
  }, [isReady, isRetried, form, key]);

  if (isReady) return children(loading.chunk);
  const retry = loading.status === 'failed' ? loading.retry : undefined;
  return (
    <FieldFrame {...frame}>
      <output {...part('input', loading.status)} id={getId(key)}>
        {t(retry ? 'field.notLoaded' : 'field.loading')}
      </output>
      {(retry || isRetried) && (
        <Button
          variant="plain"
          part="retry"
          onClick={() => {
            setRetried(true);
            retry?.();
          }}
        >
          {t('field.retry')}
        </Button>
      )}
    </FieldFrame>
  );
}
