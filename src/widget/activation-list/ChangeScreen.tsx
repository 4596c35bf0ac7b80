import type { ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import type { ReplacementStart } from '../../flow/replacement.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule } from '../parts/lazyModule.js';
import { useActivationsText } from './activationsText.js';

/** Fetched at the first press on it. */
const lazyEdit = lazyModule(() => import('../edit-variables/EditVariables.js'));
const lazyReplace = lazyModule(() => import('../replace/ReplaceView.js'));

/** A change of an activation that takes the place of the list. */
export type Change =
  | { readonly kind: 'edit'; readonly activation: Activation }
  | {
      readonly kind: 'replace';
      readonly activation: Activation;
      readonly start: ReplacementStart;
      /** The connection that was made for it, by template. */
      readonly connections?: FlowOptions['initialConnections'] | undefined;
    };

interface ChangeScreenProps {
  readonly change: Change;
  readonly integration: Integration;
  readonly activations: readonly Activation[];
  /** Absent: activations of this integration cannot be replaced now. */
  readonly onReplace: ((activation: Activation) => void) | undefined;
  /** Back to the list, which announces `message` and moves the focus to an activation's card. */
  readonly onClose: (message: string, activationId?: string) => void;
}

export function ChangeScreen(props: ChangeScreenProps): ReactNode {
  const { change, integration, activations, onReplace, onClose } = props;
  const { t } = useActivationsText();
  const { activation } = change;
  const names = { integration: integration.name };
  const cancel = (): void => onClose('', activation.id);
  if (change.kind === 'edit') {
    return (
      <LazyBoundary key="edit" module={lazyEdit} placeholder="form" onCancel={cancel}>
        {({ EditVariables }) => (
          <EditVariables
            integration={integration}
            activation={activation}
            current={activations.find(({ id }) => id === activation.id)}
            onCancel={cancel}
            onSaved={() => onClose(t('edit.done'), activation.id)}
            onGone={() => onClose(t('edit.gone', names))}
            onReplace={onReplace && (() => onReplace(activation))}
          />
        )}
      </LazyBoundary>
    );
  }
  return (
    <LazyBoundary key="replace" module={lazyReplace} placeholder="cards" onCancel={cancel}>
      {({ ReplaceView }) => (
        <ReplaceView
          activation={activation}
          integration={integration}
          start={change.start}
          connections={change.connections}
          onCancel={cancel}
          onDone={(next) => onClose(t('replace.done', names), next.id)}
          onBothActive={() => onClose('')}
        />
      )}
    </LazyBoundary>
  );
}
