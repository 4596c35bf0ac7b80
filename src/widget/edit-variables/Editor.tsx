import { useLayoutEffect, useState, type ReactNode } from 'react';
import { toBackendError, type BackendError } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import type { JsonObject } from '../../domain/json.js';
import { parsePointer, toPointer } from '../../domain/pointer.js';
import type { ProblemField } from '../../domain/problem.js';
import { useUpdateVariables } from '../../headless/useUpdateVariables.js';
import { useVariablesForm } from '../../headless/variables-form/useVariablesForm.js';
import { toKnownVariables, toRootNode } from '../../variables/valueSchema.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import type { EditStep, EditVariablesProps } from './editing.js';
import { EditorScreens } from './EditorScreens.js';
import { toVariableChanges, type VariableChanges } from './variableChanges.js';

interface EditorProps extends EditVariablesProps {
  /** What the user had changed already, on top of the activation. */
  readonly typed: JsonObject | null;
  /** Begins anew from the activation as it is now, with what the user changed. */
  readonly onRebase: (activation: Activation, typed: JsonObject) => void;
}

const NO_CHANGES: VariableChanges = { set: {}, unset: [] };

/** Leads from the form over the review to saving, or to a conflict with a change made elsewhere. */
export function Editor(props: EditorProps): ReactNode {
  const { activation, current, integration, typed, onSaved, onGone } = props;
  const schema = integration.variablesSchema;
  const { isSecret } = useFlowOptions();
  const update = useUpdateVariables();
  const [step, setStep] = useState<EditStep>('form');
  const [changes, setChanges] = useState(NO_CHANGES);
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<BackendError | null>(null);
  const [refusals, setRefusals] = useState<readonly ProblemField[]>([]);

  function review(values: JsonObject): void {
    const next = toVariableChanges(schema, activation, values);
    setChanges(next);
    setAsked(true);
    showRefusals([]);
    setError(null);
    if (Object.keys(next.set).length === 0) return;
    const isChanged = current !== undefined && current.revision !== activation.revision;
    setStep(isChanged ? 'conflict' : 'confirm');
  }

  /** At once: the fields that are drawn next say from the start what was refused. */
  function showRefusals(fields: readonly ProblemField[]): void {
    form.store.setRefusals(fields);
    setRefusals(fields);
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
      showRefusals(fields);
      setStep('form');
    }
    setError(refused);
  }

  const form = useVariablesForm({
    schema: schema ?? true,
    initialValues: {
      ...toKnownVariables(toRootNode(schema), activation.dynamicVariables),
      ...typed,
    },
    keepsInput: true,
    fillsDefaults: false,
    secretsSet: activation.secretsSet,
    isSecret,
    storedValues: activation.dynamicVariables,
    onSubmit: review,
  });

  // Once the fields are there again: where the user is needed.
  useLayoutEffect(() => {
    if (refusals.length > 0) form.focusFirstError();
  }, [form, refusals]);

  return (
    <EditorScreens
      {...props}
      form={form}
      step={step}
      changes={changes}
      isAsked={isAsked}
      error={error}
      hasRefusals={refusals.length > 0}
      isSaving={update?.isPending === true}
      isRebased={typed !== null}
      onStep={setStep}
      onSave={(basis) => void save(basis)}
      onRebase={(basis) => props.onRebase(basis, changes.set)}
    />
  );
}

/** The refused members of the request's body as pointers into the variables. */
function toVariableFields(fields: readonly ProblemField[]): ProblemField[] {
  return fields.flatMap(({ path, message }) => {
    const [member, ...rest] = parsePointer(path) ?? [];
    return member === 'variables' ? [{ path: toPointer(rest), message }] : [];
  });
}
