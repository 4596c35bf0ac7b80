import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { toBackendError, type BackendError } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import { isSameJson, type JsonObject } from '../../domain/json.js';
import { parsePointer, toPointer } from '../../domain/pointer.js';
import type { ProblemField } from '../../domain/problem.js';
import { useUpdateVariables } from '../../headless/useUpdateVariables.js';
import { toKnownVariables } from '../activation-list/schemaWords.js';
import type { VariablesLoading } from '../variables-step/loadVariables.js';
import { ConfirmChanges } from './ConfirmChanges.js';
import { ConflictChanges } from './ConflictChanges.js';
import { EditForm } from './EditForm.js';
import type { EditVariablesProps } from './EditVariables.js';
import { LeaveDialog } from './LeaveDialog.js';
import { useLeaveGuard } from './leaveGuard.js';
import { toVariableChanges, type VariableChanges } from './variableChanges.js';

interface EditorProps extends EditVariablesProps {
  readonly chunk: Extract<VariablesLoading, { status: 'ready' }>['chunk'];
  readonly typed: JsonObject | null;
  /** Begins anew from the activation as it is now, with what the user changed. */
  readonly onRebase: (activation: Activation, typed: JsonObject) => void;
}

type Step = 'form' | 'confirm' | 'conflict';

const NO_CHANGES: VariableChanges = { set: {}, unset: [] };
const NO_REFUSALS: readonly ProblemField[] = [];

/** The form, then what will change, then the saving; or what somebody else has changed meanwhile. */
export function Editor(props: EditorProps): ReactNode {
  const { activation, current, integration, chunk, typed, options } = props;
  const { onCancel, onSaved, onGone, onRebase, onReplace } = props;
  const schema = integration.variablesSchema;
  const update = useUpdateVariables();
  const [step, setStep] = useState<Step>('form');
  const [changes, setChanges] = useState(NO_CHANGES);
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<BackendError | null>(null);
  const [refusals, setRefusals] = useState(NO_REFUSALS);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const isSaving = update?.isPending === true;

  const form = chunk.useVariablesForm({
    schema: schema ?? true,
    initialValues: { ...toKnownVariables(schema, activation.dynamicVariables), ...typed },
    fillsDefaults: false,
    secretsSet: activation.secretsSet,
    platformFields: refusals,
    onSubmit: review,
  });
  const [initialInput] = useState(() => form.store.getInput());
  const isDirty = useCallback(
    () => typed !== null || !isSameJson(initialInput, form.store.getInput()),
    [form, initialInput, typed],
  );
  const leave = useCallback(
    (goOn: () => void) => (isDirty() ? setLeaving(() => goOn) : goOn()),
    [isDirty],
  );
  useLeaveGuard(isDirty, leave);

  // After the fields are there again: the one that was refused is where the user is needed.
  useEffect(() => {
    if (refusals.length > 0) form.focusFirstError();
  }, [form, refusals]);

  function review(values: JsonObject): void {
    const next = toVariableChanges(schema, activation, values);
    setChanges(next);
    setAsked(true);
    setRefusals(NO_REFUSALS);
    setError(null);
    if (Object.keys(next.set).length === 0) return;
    const isChanged = current !== undefined && current.revision !== activation.revision;
    setStep(isChanged ? 'conflict' : 'confirm');
  }

  async function save({ revision }: Activation): Promise<void> {
    setError(null);
    const { environmentId, id: activationId } = activation;
    const variables = changes.set;
    try {
      await update?.updateVariables({ environmentId, activationId, variables, revision });
      onSaved();
    } catch (thrown) {
      refuse(toBackendError(thrown));
    }
  }

  function refuse(refused: BackendError): void {
    const fields = toVariableFields(refused.fields);
    if (refused.code === 'notFound') return onGone();
    // 409 is the platform's own no; 412, or a port's without a status, is a stale revision.
    if (refused.code === 'conflict' && refused.status !== 409) return setStep('conflict');
    if (fields.length > 0) {
      setRefusals(fields);
      setStep('form');
    }
    setError(refused);
  }

  const replace = onReplace && (() => leave(onReplace));
  return (
    <>
      {step === 'form' && (
        <EditForm
          {...{ activation, integration, options, form, error, changes }}
          Fields={chunk.VariablesFields}
          hasRefusals={refusals.length > 0}
          isAsked={isAsked}
          onCancel={() => leave(onCancel)}
          onReview={() => form.submit()}
          onReplace={replace}
        />
      )}
      {step === 'confirm' && (
        <ConfirmChanges
          {...{ activation, schema, changes, error, isSaving }}
          onBack={() => setStep('form')}
          onSave={() => void save(activation)}
          onReplace={replace}
        />
      )}
      {step === 'conflict' && (
        <ConflictChanges
          {...{ schema, changes, error, isSaving }}
          before={activation}
          now={current}
          onGone={onGone}
          onDiscard={onCancel}
          onRebase={(now) => onRebase(now, changes.set)}
          onSave={(now) => void save(now)}
        />
      )}
      {leaving !== null && <LeaveDialog onStay={() => setLeaving(null)} onLeave={leaving} />}
    </>
  );
}

/** The refused members of the request's body as pointers into the variables. */
function toVariableFields(fields: readonly ProblemField[]): ProblemField[] {
  return fields.flatMap(({ path, message }) => {
    const [member, ...rest] = parsePointer(path) ?? [];
    return member === 'variables' ? [{ path: toPointer(rest), message }] : [];
  });
}
