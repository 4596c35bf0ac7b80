import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
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
  const [controls, setControls] = useState(rareControls.get);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (controls !== null || hasFailed) return undefined;
    let isWanted = true;
    rareControls.load().then(
      (loaded) => isWanted && setControls(loaded),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [controls, hasFailed]);

  if (controls !== null) return children(controls);
  return (
    <FieldFrame {...frame}>
      <output {...part('input', hasFailed ? 'failed' : 'loading')} id={getId(frame.field.key)}>
        {t(hasFailed ? 'field.notLoaded' : 'field.loading')}
      </output>
      {hasFailed && (
        <Button variant="plain" part="retry" onClick={() => setFailed(false)}>
          {t('field.retry')}
        </Button>
      )}
    </FieldFrame>
  );
}
