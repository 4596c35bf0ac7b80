import { useEffect, useState, type ReactNode } from 'react';
import { useActivations } from '../../headless/useActivations.js';
import { useDraft } from '../../headless/useDraft.js';
import { useIntegration } from '../../headless/useIntegration.js';
import { RunningFlow } from '../flow-view/RunningFlow.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { LoadError } from '../parts/LoadError.js';
import { Skeleton } from '../parts/Skeleton.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { LazyActivations, preloadActivations } from './LazyActivations.js';

/** Shows the list or the flow, below an existing root. Needs a `key` of its `environmentId`. */
export function ListOrFlow({ environmentId }: { readonly environmentId: string }): ReactNode {
  const { allowMultiple: canAdd = false } = useFlowOptions();
  const draft = useDraft(environmentId);
  const integration = useIntegration(environmentId);
  const activations = useActivations(environmentId);
  const [view, setView] = useState<'flow' | 'list' | null>(null);
  // Whether the user's own press led here: only then is the focus moved.
  const [isMoved, setMoved] = useState(false);

  const isActive = activations.status === 'ready' && activations.activations.length > 0;
  const isSettled = isActive && !canAdd && view !== 'flow';

  // Nothing is left to resume: a draft of before must not begin the next flow.
  useEffect(() => {
    if (isSettled) draft.remove();
  }, [draft, isSettled]);

  // As soon as there is something to list: the way there from the flow is then without a wait.
  useEffect(() => {
    if (isActive) preloadActivations();
  }, [isActive]);

  if (integration.status === 'error') {
    return <LoadError error={integration.error} onRetry={integration.retry} />;
  }
  if (activations.status === 'error') {
    return <LoadError error={activations.error} onRetry={activations.retry} />;
  }
  if (integration.status === 'loading' || activations.status === 'loading') {
    return <Skeleton rows={3} shape="row" />;
  }

  const shown = view ?? (!isActive || (canAdd && draft.exists()) ? 'flow' : 'list');
  // Latched: an activation that appears while the flow is open must not take it from the screen.
  if (view !== shown) setView(shown);

  function moveTo(next: 'flow' | 'list'): void {
    setView(next);
    setMoved(true);
  }

  if (shown === 'flow') {
    const leave = isActive ? () => moveTo('list') : undefined;
    return (
      <FlowScreen onBack={canAdd ? leave : undefined}>
        <RunningFlow environmentId={environmentId} onLeave={leave} takesFocus={isMoved} />
      </FlowScreen>
    );
  }
  const isAvailable = integration.integration.status === 'available';
  return (
    <LazyActivations
      activations={activations.activations}
      isIncomplete={activations.isIncomplete}
      integration={integration.integration}
      onRefresh={activations.refresh}
      onAdd={(canAdd || !isActive) && isAvailable ? () => moveTo('flow') : undefined}
      takesFocus={isMoved}
    />
  );
}

interface FlowScreenProps {
  readonly onBack: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The flow, and the way back to the list where there is one. */
function FlowScreen({ onBack, children }: FlowScreenProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part('screen')}>
      {onBack && (
        <Button variant="quiet" part="leave" onClick={onBack}>
          {t('activations.back')}
        </Button>
      )}
      {children}
    </div>
  );
}
