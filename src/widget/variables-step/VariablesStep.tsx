import { useEffect, useState, type ReactNode } from 'react';
import { useFlow } from '../flow/FlowContext.js';
import { StepFrame } from '../flow/StepFrame.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Skeleton } from '../parts/Skeleton.js';
import { useText } from '../root/text.js';
import { getLoadedVariables, loadVariables } from './loadVariables.js';

/** The form of the dynamic variables, in a chunk of its own. */
export function VariablesStep(): ReactNode {
  const { t } = useText();
  const { integration } = useFlow();
  const [module, setModule] = useState(getLoadedVariables);
  const [tries, setTries] = useState(1);
  const [failedTries, setFailedTries] = useState(0);
  const isMissing = module === null;

  useEffect(() => {
    if (!isMissing) return undefined;
    let isWanted = true;
    loadVariables().then(
      (next) => isWanted && setModule(next),
      () => isWanted && setFailedTries(tries),
    );
    return () => {
      isWanted = false;
    };
  }, [isMissing, tries]);

  if (module !== null) return <module.VariablesStepForm />;
  return (
    <StepFrame
      name="variables"
      heading={t('variables.heading', { integration: integration.name })}
      lead={t('variables.lead', { integration: integration.name })}
    >
      {failedTries === tries ? (
        <Notice
          tone="danger"
          isAlert
          actions={
            <Button variant="plain" part="retry" onClick={() => setTries(tries + 1)}>
              {t('retry')}
            </Button>
          }
        >
          <p>{t('variables.failed')}</p>
        </Notice>
      ) : (
        <Skeleton rows={4} shape="field" />
      )}
    </StepFrame>
  );
}
