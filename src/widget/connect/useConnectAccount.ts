import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  BackendError,
  isOutcomeUnknown,
  isTransient,
  toBackendError,
} from '../../backend/backendError.js';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionInput } from '../../domain/connectionInput.js';
import { isAuthorizedKind } from '../../domain/credential.js';
import type { JsonObject } from '../../domain/json.js';
import type { ConnectForm, ConnectionTemplate } from '../../domain/template.js';
import { useAuthorization, type UseAuthorization } from '../../headless/useAuthorization.js';
import { useCreateConnection } from '../../headless/useCreateConnection.js';
import { useReconnectConnection } from '../../headless/useReconnectConnection.js';
import {
  useVariablesForm,
  type VariablesFormHandle,
} from '../../headless/variables-form/useVariablesForm.js';
import { toConnectSchema } from './connectSchema.js';
import type { ConnectText } from './connectText.js';
import { toCredentials, toFormFields, type GrantedCredentials } from './toCredentials.js';

export interface ConnectAccountInput {
  readonly environmentId: string;
  readonly template: ConnectionTemplate;
  readonly form: ConnectForm;
  /** The connection to sign in to again; `null`: a new one. */
  readonly broken: Connection | null;
  readonly proposedName: string;
  readonly onConnected: (connection: Connection) => void;
  readonly t: ConnectText['t'];
}

export interface ConnectAccountState {
  readonly fields: VariablesFormHandle;
  /** `null`: the backend has no sign-ins at providers. */
  readonly authorization: UseAuthorization | null;
  /** True: the next press opens the provider's page. */
  readonly needsSignIn: boolean;
  readonly isSending: boolean;
  /** Why the connection was not made, or is not known to be made. */
  readonly error: BackendError | null;
  /** Checks the fields, then signs in or sends. Call it within a press: it may open a window. */
  readonly submit: () => void;
  /** What was entered that is no secret: it survives a sign-in in this window. */
  readonly readNameAndAddress: () => JsonObject;
  /** Sends again what was sent before the form was there; `null`: its outcome is known. */
  readonly sendAgain: (() => void) | null;
}

const nothingGranted: GrantedCredentials = new Map();

const outcomeUnknown = new BackendError({
  code: 'timeout',
  message: 'The form was left before there was an answer.',
  outcomeUnknown: true,
});

/** One attempt to connect: the fields, the sign-ins that its schemes need, and what is sent at last. */
export function useConnectAccount(options: ConnectAccountInput): ConnectAccountState {
  const { environmentId, template, form, broken, proposedName, onConnected, t } = options;
  const connectionTemplateId = template.id;
  const create = useCreateConnection();
  const reconnect = useReconnectConnection();
  // The form may have been left before the outcome was known: what was sent is then still there.
  const findUnsettled = (): ConnectionInput | null =>
    (broken === null ? create : reconnect)?.findUnsettled({
      environmentId,
      connectionTemplateId,
      connectionId: broken?.id,
    }) ?? null;
  const [unsettled] = useState(findUnsettled);
  const [granted, setGranted] = useState(() => listGranted(unsettled));
  const [error, setError] = useState<BackendError | null>(unsettled && outcomeUnknown);
  // The form calls back with what it held when it was drawn; the answer of a window comes later.
  const latestGranted = useRef(granted);
  const signedInFor = findNextSignIn(form, granted);

  const keep = (next: GrantedCredentials): void => {
    latestGranted.current = next;
    setGranted(next);
  };

  const authorization = useAuthorization({
    environmentId,
    connectionTemplateId,
    connectionId: broken?.id,
    onGranted(credential, schemeIndex) {
      const next = new Map(latestGranted.current).set(schemeIndex, credential);
      keep(next);
      authorization?.end();
      if (findNextSignIn(form, next) === null) fields.submit();
    },
  });

  function toInput(values: JsonObject): ConnectionInput | null {
    const credentials = toCredentials(form, values, latestGranted.current);
    if (credentials === null) return null;
    const place = { environmentId, connectionTemplateId, credentials };
    return broken === null
      ? { ...place, ...toNameAndAddress(values, proposedName) }
      : { ...place, name: broken.name };
  }

  async function send(input: ConnectionInput): Promise<void> {
    setError(null);
    try {
      const connection =
        broken === null
          ? await create?.createConnection(input)
          : await reconnect?.reconnectConnection({ ...input, connectionId: broken.id });
      if (connection !== undefined) onConnected(connection);
    } catch (thrown) {
      const failure = toBackendError(thrown);
      setError(failure);
      // A code is good once: after an answer it is spent, whatever was refused.
      if (!isOutcomeUnknown(failure) && !isTransient(failure)) keep(nothingGranted);
    }
  }

  function sendAgain(): void {
    const input = findUnsettled();
    if (input !== null) void send(input);
  }

  const schema = useMemo(
    () => toConnectSchema({ form, isRepair: broken !== null, t }),
    [form, broken, t],
  );
  const refusals = useMemo(() => (error === null ? [] : toFormFields(error.fields)), [error]);
  const isSending = create?.isPending === true || reconnect?.isPending === true;
  const fields = useVariablesForm({
    schema,
    keepsInput: true,
    initialValues:
      broken === null
        ? toInitialValues(unsettled, authorization?.returned?.form, proposedName)
        : {},
    platformFields: refusals,
    onSubmit(values) {
      if (isSending) return;
      const next = findNextSignIn(form, latestGranted.current);
      const input = toInput(values);
      if (next === null && input !== null) void send(input);
      else if (next !== null) {
        setError(null);
        authorization?.startAuthorization(next);
      }
    },
  });
  // What was refused is where the user is needed.
  useLayoutEffect(() => {
    if (refusals.length > 0) fields.focusFirstError();
  }, [fields, refusals]);

  return {
    fields,
    authorization,
    needsSignIn: signedInFor !== null,
    isSending,
    error,
    submit: () => void fields.submit(),
    readNameAndAddress: () =>
      broken === null ? toNameAndAddress(fields.values(), proposedName) : {},
    sendAgain: unsettled && sendAgain,
  };
}

/** The sign-ins at the provider that an input holds. */
function listGranted(input: ConnectionInput | null): GrantedCredentials {
  if (input === null) return nothingGranted;
  return new Map(
    input.credentials.flatMap((credential, index) =>
      'ticket' in credential ? [[index, credential] as const] : [],
    ),
  );
}

function toInitialValues(
  unsettled: ConnectionInput | null,
  returned: JsonObject | undefined,
  proposedName: string,
): JsonObject {
  if (unsettled === null) return { name: proposedName, ...returned };
  const { name, baseUrl } = unsettled;
  return baseUrl === undefined ? { name } : { name, baseUrl };
}

/** The first scheme whose credential the provider's page still has to give; `null`: there is none. */
function findNextSignIn({ schemes }: ConnectForm, granted: GrantedCredentials): number | null {
  const index = schemes.findIndex(({ kind }, at) => isAuthorizedKind(kind) && !granted.has(at));
  return index === -1 ? null : index;
}

function toNameAndAddress(
  values: JsonObject,
  proposedName: string,
): { readonly name: string; readonly baseUrl?: string } {
  const name = toText(values['name']) || proposedName;
  const baseUrl = toText(values['baseUrl']);
  return baseUrl === '' ? { name } : { name, baseUrl };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
