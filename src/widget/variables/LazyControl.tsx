import type { ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { useLoading } from '../parts/useLoading.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { rareControls } from './rareControls.js';
import { useVariables } from './VariablesContext.js';

type RareControls = Exclude<ReturnType<typeof rareControls.get>, null>;

interface LazyControlProps extends FieldProps {
  readonly children: (controls: RareControls) => ReactNode;
}

/** A control of the other chunk; until that is here, its label above a box of the size of an input. */
export function LazyControl({ children, ...frame }: LazyControlProps): ReactNode {
  const { part, t, getId } = useVariables();
  const loading = useLoading(rareControls);
  if (loading.status === 'ready') return children(loading.chunk);
  const hasFailed = loading.status === 'failed';
  return (
    <FieldFrame {...frame}>
      <output {...part('input', loading.status)} id={getId(frame.field.key)}>
        {t(hasFailed ? 'field.notLoaded' : 'field.loading')}
      </output>
      {hasFailed && (
        <Button variant="plain" part="retry" onClick={loading.retry}>
          {t('field.retry')}
        </Button>
      )}
    </FieldFrame>
  );
}
