import { useState, type ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import type { ReplacementStart } from '../../flow/replacement.js';
import { useBackend } from '../../headless/settings.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { ActivationCards, type ActivationCardsProps } from './ActivationCards.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule } from '../parts/lazyModule.js';
import type { CardsFocus } from './useShownActivations.js';
import { useActivationsText } from './activationsText.js';

/** What changes an activation is fetched at the first press on it. */
const lazyEdit = lazyModule(() => import('../edit-variables/EditVariables.js'));
const lazyReplace = lazyModule(() => import('../replace/ReplaceView.js'));
const lazyEnd = lazyModule(() => import('../end/EndDialog.js'));

export interface ActivationsProps extends Pick<
  ActivationCardsProps,
  'activations' | 'isIncomplete' | 'integration' | 'onRefresh' | 'onAdd'
> {
  /** True: the user was brought here, so the heading takes the focus. */
  readonly takesFocus?: boolean;
}

type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'edit'; readonly activation: Activation }
  | {
      readonly kind: 'replace';
      readonly activation: Activation;
      readonly start: ReplacementStart;
      /** The connection that was made for it, by template. */
      readonly connections?: FlowOptions['initialConnections'] | undefined;
    };

const LIST: View = { kind: 'list' };

/** Lists the user's activations of one integration, and opens what changes one. */
export function Activations(props: ActivationsProps): ReactNode {
  const { activations, isIncomplete, integration, onRefresh, onAdd, takesFocus = false } = props;
  const { t } = useActivationsText();
  const [view, setView] = useState<View>(LIST);
  const [ending, setEnding] = useState<Activation | null>(null);
  const [focus, setFocus] = useState<CardsFocus | null>(takesFocus ? {} : null);
  const [line, setLine] = useState('');
  const names = { integration: integration.name };
  const { deactivate } = useBackend();
  const canReplace = deactivate !== undefined && integration.status === 'available';

  function open(next: View): void {
    setView(next);
    setFocus(null);
    setLine('');
  }

  /** Back to the list: to the card of an activation, else to the heading. */
  function close(said: string, activationId?: string): void {
    setView(LIST);
    setEnding(null);
    setLine(said);
    setFocus(activationId === undefined ? {} : { activationId });
  }

  if (view.kind === 'edit') {
    const { activation } = view;
    return (
      <LazyBoundary
        key="edit"
        module={lazyEdit}
        placeholder="form"
        onCancel={() => close('', activation.id)}
      >
        {({ EditVariables }) => (
          <EditVariables
            integration={integration}
            activation={activation}
            current={activations.find(({ id }) => id === activation.id)}
            onCancel={() => close('', activation.id)}
            onSaved={() => close(t('edit.done'), activation.id)}
            onGone={() => close(t('edit.gone', names))}
            onReplace={
              canReplace ? () => open({ kind: 'replace', activation, start: {} }) : undefined
            }
          />
        )}
      </LazyBoundary>
    );
  }
  if (view.kind === 'replace') {
    const { activation, start, connections } = view;
    return (
      <LazyBoundary
        key="replace"
        module={lazyReplace}
        placeholder="cards"
        onCancel={() => close('', activation.id)}
      >
        {({ ReplaceView }) => (
          <ReplaceView
            activation={activation}
            integration={integration}
            start={start}
            connections={connections}
            onCancel={() => close('', activation.id)}
            onDone={(next) => close(t('replace.done', names), next.id)}
            onBothActive={() => close('')}
          />
        )}
      </LazyBoundary>
    );
  }
  return (
    <>
      <ActivationCards
        activations={activations}
        isIncomplete={isIncomplete}
        integration={integration}
        focus={focus}
        line={line}
        onRefresh={onRefresh}
        onAdd={onAdd}
        onEdit={(activation) => open({ kind: 'edit', activation })}
        onReplace={(activation, start, connections) =>
          open({ kind: 'replace', activation, start, connections })
        }
        onEnd={(activation) => {
          setEnding(activation);
          setLine('');
        }}
      />
      {ending !== null && (
        <LazyBoundary module={lazyEnd} placeholder="cards" onCancel={() => setEnding(null)}>
          {({ EndDialog }) => (
            <EndDialog
              integration={integration}
              activation={ending}
              others={activations.filter(({ id }) => id !== ending.id).length}
              onClose={() => setEnding(null)}
              onEnded={() => close(t('end.done', names))}
            />
          )}
        </LazyBoundary>
      )}
    </>
  );
}
