import { useEffect, useMemo, type ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import { parsePointer } from '../../domain/pointer.js';
import { isEditable } from '../../flow/reduce.js';
import type { ReplacementStart } from '../../flow/replacement.js';
import { OnboardingLookContext } from '../../headless/settings.js';
import { useFlowState, type OnboardingFlowResult } from '../../headless/useOnboardingFlow.js';
import { useReplaceActivation } from '../../headless/useReplaceActivation.js';
import { toKnownVariables, toRootNode } from '../../variables/valueSchema.js';
import { LoadableFlow } from '../flow-view/LoadableFlow.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { FlowOptionsContext, useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { usePart } from '../root/part.js';
import { useChangesText } from '../activation/changesText.js';
import { useVariableNames } from '../activation/useVariableNames.js';
import { ReplaceOutcome } from './ReplaceOutcome.js';
import { useReplaceLook } from './replaceTexts.js';

interface ReplaceViewProps {
  readonly activation: Activation;
  readonly integration: Integration;
  readonly start: ReplacementStart;
  /** Preselected in place of the host's, by connection template id. */
  readonly connections: FlowOptions['initialConnections'];
  /** Nothing was replaced. */
  readonly onCancel: () => void;
  readonly onDone: (activation: Activation) => void;
  /** The user goes to the list, where both stand. */
  readonly onBothActive: () => void;
}

/** The flow, begun with what an activation has, and what becomes of the activation afterwards. */
export function ReplaceView(props: ReplaceViewProps): ReactNode {
  const { activation, integration, start, onCancel, onDone, onBothActive } = props;
  const part = usePart();
  const look = useReplaceLook();
  const { flow, replacing } = useReplaceActivation({ activation, integration, start });
  const options = useReplaceOptions(props);

  useEffect(() => {
    if (replacing.status === 'replaced') onDone(replacing.activation);
    // Once, when it has happened; what the parent passes anew is no reason to say it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [replacing.status]);

  if (replacing.status === 'replaced') return null;
  if (replacing.status !== 'choosing') {
    return (
      <ReplaceOutcome replacing={replacing} integration={integration} onShowBoth={onBothActive} />
    );
  }
  return (
    <OnboardingLookContext.Provider value={look}>
      <div {...part('screen', 'replace')}>
        {flow.status === 'ready' ? (
          <Cancel store={flow.store} onCancel={onCancel} />
        ) : (
          <CancelButton onCancel={onCancel} />
        )}
        <FlowOptionsContext.Provider value={options}>
          <LoadableFlow
            flow={flow}
            lead={<Lead activation={activation} integration={integration} />}
            onLeave={onBothActive}
            takesFocus
          />
        </FlowOptionsContext.Provider>
      </div>
    </OnboardingLookContext.Provider>
  );
}

/** The host's options, with what the activation has in place of what they begin with. */
function useReplaceOptions({
  activation,
  integration,
  connections,
}: ReplaceViewProps): FlowOptions {
  const options = useFlowOptions();
  return useMemo(
    () => ({
      ...options,
      ...(connections && { initialConnections: connections }),
      initialVariables: toKnownVariables(
        toRootNode(integration.variablesSchema),
        activation.dynamicVariables,
      ),
    }),
    [options, connections, activation, integration],
  );
}

type FlowStore = Extract<OnboardingFlowResult, { status: 'ready' }>['store'];

/** Allows leaving until the request is sent; then its outcome must be shown. */
function Cancel({
  store,
  onCancel,
}: {
  readonly store: FlowStore;
  readonly onCancel: () => void;
}): ReactNode {
  return useFlowState(store, isEditable) ? <CancelButton onCancel={onCancel} /> : null;
}

function CancelButton({ onCancel }: { readonly onCancel: () => void }): ReactNode {
  const { t } = useChangesText();
  return (
    <Button variant="quiet" part="leave" onClick={onCancel}>
      {t('replace.cancel')}
    </Button>
  );
}

function Lead({
  activation: { secretsSet },
  integration: { name, variablesSchema },
}: Pick<ReplaceViewProps, 'activation' | 'integration'>): ReactNode {
  const { t } = useChangesText();
  const toNames = useVariableNames(variablesSchema);
  const names = secretsSet.map((pointer) => parsePointer(pointer)?.[0] ?? '');
  return (
    <div className="onb-flow-lead">
      <Notice tone="info">
        <p>{t('replace.lead')}</p>
        <p>{t('replace.cost', { integration: name })}</p>
        {names.length > 0 && <p>{t('replace.secrets', toNames(names))}</p>}
      </Notice>
    </div>
  );
}
