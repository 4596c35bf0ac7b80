import { useEffect, useMemo, type ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import { assertNever } from '../../domain/assertNever.js';
import type { Integration } from '../../domain/integration.js';
import { parsePointer } from '../../domain/pointer.js';
import { isEditable } from '../../flow/reduce.js';
import type { ReplacementStart } from '../../flow/replacement.js';
import { OnboardingLookContext } from '../../headless/settings.js';
import { useFlowState, type OnboardingFlowResult } from '../../headless/useOnboardingFlow.js';
import { useReplaceActivation } from '../../headless/useReplaceActivation.js';
import { toKnownVariables } from '../activation/schemaLabels.js';
import { FlowView } from '../flow-view/FlowView.js';
import { Unavailable } from '../flow-view/Unavailable.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { Button } from '../parts/Button.js';
import { LoadError } from '../parts/LoadError.js';
import { Notice } from '../parts/Notice.js';
import { Skeleton } from '../parts/Skeleton.js';
import { usePart } from '../root/part.js';
import { useChangesText } from '../activation/changesText.js';
import { useVariableNames } from '../activation/useVariableNames.js';
import { ReplaceOutcome } from './ReplaceOutcome.js';
import { useReplaceLook } from './replaceTexts.js';

interface ReplaceViewProps {
  readonly activation: Activation;
  readonly integration: Integration;
  readonly options: FlowOptions;
  readonly start: ReplacementStart;
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
  const { options: given } = props;
  const options = useMemo(
    () => ({
      ...given,
      initialVariables: toKnownVariables(integration.variablesSchema, activation.dynamicVariables),
    }),
    [given, activation, integration],
  );

  useEffect(() => {
    if (replacing.status === 'replaced') onDone(replacing.activation);
    // Once, when it has happened; what the parent passes anew is no reason to say it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [replacing.status]);

  if (replacing.status === 'replaced') return null;
  if (replacing.status !== 'choosing') {
    return <ReplaceOutcome {...{ replacing, integration }} onShowBoth={onBothActive} />;
  }
  return (
    <OnboardingLookContext.Provider value={look}>
      <div {...part('screen', 'replace')}>
        {flow.status === 'ready' ? (
          <Cancel store={flow.store} onCancel={onCancel} />
        ) : (
          <CancelButton onCancel={onCancel} />
        )}
        <Lead {...{ activation, integration, options }} />
        <ReplacingFlow flow={flow} options={options} onLeave={onBothActive} />
      </div>
    </OnboardingLookContext.Provider>
  );
}

interface ReplacingFlowProps {
  readonly flow: OnboardingFlowResult;
  readonly options: FlowOptions;
  readonly onLeave: () => void;
}

function ReplacingFlow({ flow, options, onLeave }: ReplacingFlowProps): ReactNode {
  switch (flow.status) {
    case 'loading':
      return <Skeleton rows={3} shape="row" />;
    case 'error':
      return <LoadError error={flow.error} onRetry={flow.retry} />;
    case 'unavailable':
      return <Unavailable integration={flow.integration} onRetry={flow.retry} />;
    case 'ready': {
      const { integration, store, actions } = flow;
      return (
        <FlowView flow={{ integration, store, actions, options, onLeave, takesFocus: true }} />
      );
    }
    default:
      return assertNever(flow);
  }
}

type FlowStore = Extract<OnboardingFlowResult, { status: 'ready' }>['store'];

/** Leaving is possible until something was sent: what comes of that belongs onto the screen. */
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
  integration: { variablesSchema },
  options: { translateSchemaText },
}: Pick<ReplaceViewProps, 'activation' | 'integration' | 'options'>): ReactNode {
  const { t } = useChangesText();
  const toNames = useVariableNames(variablesSchema, translateSchemaText);
  const names = secretsSet.map((pointer) => parsePointer(pointer)?.[0] ?? '');
  return (
    <Notice tone="info">
      <p>{t('replace.lead')}</p>
      {names.length > 0 && <p>{t('replace.secrets', toNames(names))}</p>}
    </Notice>
  );
}
