import { useState, type ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import { toShownName } from '../../domain/shownName.js';
import { useBackend } from '../../headless/settings.js';
import { ActivationCards, type ActivationCardsProps } from './ActivationCards.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule } from '../parts/lazyModule.js';
import type { CardsFocus } from './useShownActivations.js';
import { useActivationsText } from './activationsText.js';
import { ChangeScreen, type Change } from './ChangeScreen.js';

/** Fetched at the first press on it. */
const lazyEnd = lazyModule(() => import('../end/EndDialog.js'));

export interface ActivationsProps extends Pick<
  ActivationCardsProps,
  'activations' | 'isIncomplete' | 'integration' | 'onRefresh' | 'onAdd'
> {
  /** True: the user was brought here, so the heading takes the focus. */
  readonly takesFocus?: boolean;
}

/** Lists the user's activations of one integration, and opens what changes one. */
export function Activations(props: ActivationsProps): ReactNode {
  const { activations, isIncomplete, integration, onRefresh, onAdd, takesFocus = false } = props;
  const { t } = useActivationsText();
  const [change, setChange] = useState<Change | null>(null);
  const [ending, setEnding] = useState<Activation | null>(null);
  const [focus, setFocus] = useState<CardsFocus | null>(takesFocus ? {} : null);
  const [line, setLine] = useState('');
  const { deactivate } = useBackend();
  const canReplace = deactivate !== undefined && integration.status === 'available';

  function open(next: Change): void {
    setChange(next);
    setFocus(null);
    setLine('');
  }

  /** Back to the list: to the card of an activation, else to the heading. */
  function close(message: string, activationId?: string): void {
    setChange(null);
    setEnding(null);
    setLine(message);
    setFocus(activationId === undefined ? {} : { activationId });
  }

  if (change !== null) {
    const replace = (activation: Activation): void =>
      open({ kind: 'replace', activation, start: {} });
    return (
      <ChangeScreen
        change={change}
        integration={integration}
        activations={activations}
        onReplace={canReplace ? replace : undefined}
        onClose={close}
      />
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
        onRepaired={({ id }, { name }) =>
          close(
            t('activation.signedInAgain', { connection: toShownName(name) || t('unnamed') }),
            id,
          )
        }
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
              onEnded={() => close(t('end.done', { integration: integration.name }))}
            />
          )}
        </LazyBoundary>
      )}
    </>
  );
}
