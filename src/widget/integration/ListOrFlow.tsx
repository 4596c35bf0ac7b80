import { useEffect, useState, type ReactNode } from 'react';
import { useDraft } from '../../headless/useDraft.js';
import { RunningFlow } from '../flow-view/RunningFlow.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { NotLoaded } from '../parts/NotLoaded.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { LazyActivations, preloadActivations } from './LazyActivations.js';
import { useIntegrationWithActivations } from './useIntegrationWithActivations.js';

/** Shows the list or the flow, below an existing root. Needs a `key` of its `environmentId`. */
export function ListOrFlow({ environmentId }: { readonly environmentId: string }): ReactNode {
  const { allowMultiple: canAdd = false } = useFlowOptions();
  const draft = useDraft(environmentId);
  const loaded = useIntegrationWithActivations(environmentId);
  const [view, setView] = useState<'flow' | 'list' | null>(null);
  // Whether the user's own press led here: only then is the focus moved.
  const [isMoved, setMoved] = useState(false);

  const isActive = loaded.status === 'ready' && loaded.activations.length > 0;
  const isSettled = isActive && !canAdd && view !== 'flow';

  // Nothing is left to resume: a draft of before must not begin the next flow.
  useEffect(() => {
    if (isSettled) draft.remove();
  }, [draft, isSettled]);

  // As soon as there is something to list: the way there from the flow is then without a wait.
  useEffect(() => {
    if (isActive) preloadActivations();
  }, [isActive]);

  if (loaded.status !== 'ready') return <NotLoaded state={loaded} rows={3} shape="row" />;

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
  const { activations, isIncomplete, integration, refresh } = loaded;
  const isAvailable = integration.status === 'available';
  return (
    <LazyActivations
      activations={activations}
      isIncomplete={isIncomplete}
      integration={integration}
      onRefresh={refresh}
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
