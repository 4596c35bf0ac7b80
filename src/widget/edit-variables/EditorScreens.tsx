import { useCallback, useState, type ReactNode } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import { isSameJson } from '../../domain/json.js';
import type { VariablesFormHandle } from '../../headless/variables-form/useVariablesForm.js';
import { ConfirmChanges } from './ConfirmChanges.js';
import { ConflictChanges } from './ConflictChanges.js';
import { EditForm } from './EditForm.js';
import type { EditStep, EditVariablesProps } from './editing.js';
import { LeaveDialog } from './LeaveDialog.js';
import { useLeaveGuard } from '../parts/leaveGuard.js';
import type { VariableChanges } from './variableChanges.js';

interface EditorScreensProps extends Omit<EditVariablesProps, 'onSaved'> {
  readonly form: VariablesFormHandle;
  readonly step: EditStep;
  readonly changes: VariableChanges;
  readonly isAsked: boolean;
  readonly error: BackendError | null;
  /** A field says what was refused, and has the focus. */
  readonly hasRefusals: boolean;
  readonly isSaving: boolean;
  /** The form begins with changes of the user's, so leaving it would lose them. */
  readonly isRebased: boolean;
  readonly onStep: (step: EditStep) => void;
  /** Saves the changes onto the activation as the user has seen it. */
  readonly onSave: (basis: Activation) => void;
  readonly onRebase: (basis: Activation) => void;
}

/** Shows the screen of each step, and asks before typed input is lost. */
export function EditorScreens(props: EditorScreensProps): ReactNode {
  const { activation, current, integration, form, step, changes } = props;
  const { isAsked, error, hasRefusals, isSaving, isRebased } = props;
  const { onStep, onSave, onRebase, onCancel, onGone, onReplace } = props;
  const schema = integration.variablesSchema;
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const [initialInput] = useState(() => form.store.getInput());
  const isDirty = useCallback(
    () => isRebased || !isSameJson(initialInput, form.store.getInput()),
    [form, initialInput, isRebased],
  );
  const leave = useCallback(
    (continueWith: () => void) => (isDirty() ? setLeaving(() => continueWith) : continueWith()),
    [isDirty],
  );
  useLeaveGuard(isDirty, leave);

  const replace = onReplace && (() => leave(onReplace));
  return (
    <>
      {step === 'form' && (
        <EditForm
          activation={activation}
          integration={integration}
          form={form}
          error={error}
          changes={changes}
          isAsked={isAsked}
          hasRefusals={hasRefusals}
          onCancel={() => leave(onCancel)}
          onReview={() => form.submit()}
          onReplace={replace}
        />
      )}
      {step === 'confirm' && (
        <ConfirmChanges
          activation={activation}
          schema={schema}
          changes={changes}
          error={error}
          isSaving={isSaving}
          onBack={() => onStep('form')}
          onSave={() => onSave(activation)}
          onReplace={replace}
        />
      )}
      {step === 'conflict' && (
        <ConflictChanges
          schema={schema}
          changes={changes}
          error={error}
          isSaving={isSaving}
          onGone={onGone}
          onRebase={onRebase}
          onSave={onSave}
          before={activation}
          now={current}
          onDiscard={onCancel}
        />
      )}
      {leaving !== null && <LeaveDialog onStay={() => setLeaving(null)} onLeave={leaving} />}
    </>
  );
}
