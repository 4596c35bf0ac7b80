import type { UpdateVariablesInput } from '../backend/backend.js';
import { isOutcomeUnknown, toBackendError, type BackendError } from '../backend/backendError.js';
import type { Activation } from '../domain/activation.js';
import {
  fromEntries,
  getOwn,
  isJsonArray,
  isJsonObject,
  isSameJson,
  type JsonValue,
} from '../domain/json.js';
import { appendStep, toPointer } from '../domain/pointer.js';
import { callBackend } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';
import { keepActivation, refreshActivations, refreshAfterWrite } from './useActivations.js';
import { useWrite } from './useWrite.js';

export interface UpdateVariables {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  /**
   * Resolves with the activation as it is now, also if the answer was lost and the list shows the
   * new values. Rejects with a `BackendError`; on `conflict` (changed elsewhere) and `notFound`
   * (ended) it first reads the list again.
   */
  readonly updateVariables: (input: UpdateVariablesInput) => Promise<Activation>;
}

/** Changes variables of an activation; `null` if the backend cannot. */
export function useUpdateVariables(): UpdateVariables | null {
  const settings = useOnboardingSettings('useUpdateVariables()');
  const { isPending, error, send } = useWrite(async (input: UpdateVariablesInput) => {
    const activation = await update(settings, input);
    keepActivation(settings, activation);
    const { environmentId } = activation;
    settings.emit({ type: 'variablesUpdated', environmentId, activation });
    refreshAfterWrite(settings, environmentId);
    return activation;
  });
  if (settings.backend.updateVariables === undefined) return null;
  return { isPending, error, updateVariables: send };
}

async function update(
  settings: OnboardingSettings,
  input: UpdateVariablesInput,
): Promise<Activation> {
  const send = settings.backend.updateVariables?.bind(settings.backend);
  if (send === undefined) throw new Error('This backend has no updateVariables().');
  try {
    // Not aborted on unmount: the answer of a write still belongs in the list.
    return await callBackend(settings, () => send(input, { signal: new AbortController().signal }));
  } catch (thrown) {
    const error = toBackendError(thrown);
    const isLost = isOutcomeUnknown(error);
    if (!isLost && error.code !== 'conflict' && error.code !== 'notFound') throw error;
    const list = await refreshActivations(settings, input.environmentId).catch(() => []);
    const saved = isLost ? findSaved(list, input) : undefined;
    if (saved === undefined) throw error;
    return saved;
  }
}

/** The activation if it has the values that were sent; secrets cannot be compared. */
function findSaved(
  list: readonly Activation[],
  { activationId, variables, revision }: UpdateVariablesInput,
): Activation | undefined {
  const found = list.find(({ id }) => id === activationId);
  if (found === undefined || found.revision === revision) return undefined;
  const secrets = new Set(found.secretsSet);
  const isSaved = Object.entries(variables).every(([name, value]) => {
    const sent = withoutPlaces(value, toPointer([name]), secrets);
    const stored = getOwn(found.dynamicVariables, name);
    return sent === undefined || (stored !== undefined && isSameJson(stored, sent));
  });
  return isSaved ? found : undefined;
}

/** A value without what lies at pointers; `undefined`: it lies at one itself. */
function withoutPlaces(
  value: JsonValue,
  pointer: string,
  places: ReadonlySet<string>,
): JsonValue | undefined {
  if (places.has(pointer)) return undefined;
  if (isJsonArray(value)) {
    return value.map(
      (item, index) => withoutPlaces(item, appendStep(pointer, index), places) ?? null,
    );
  }
  if (!isJsonObject(value)) return value;
  return fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, JsonValue][] => {
      const left = withoutPlaces(member, appendStep(pointer, name), places);
      return left === undefined ? [] : [[name, left]];
    }),
  );
}
