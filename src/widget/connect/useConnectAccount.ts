import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import type { Connection } from '../../domain/connection.js';
import type { JsonObject } from '../../domain/json.js';
import type { ConnectForm, ConnectionTemplate } from '../../domain/template.js';
import { useAuthorization, type UseAuthorization } from '../../headless/useAuthorization.js';
import {
  useVariablesForm,
  type VariablesFormHandle,
} from '../../headless/variables-form/useVariablesForm.js';
import {
  findNextSignIn,
  listGranted,
  nothingGranted,
  toInitialValues,
  toNameAndAddress,
  type NameAndAddress,
} from './connectInput.js';
import { toConnectSchema } from './connectSchema.js';
import type { ConnectText } from './connectText.js';
import { toCredentials, toFormFields, type GrantedCredentials } from './toCredentials.js';
import { useSendConnection } from './useSendConnection.js';

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

/** One attempt to connect: the fields, the sign-ins that its schemes need, and what is sent at last. */
export function useConnectAccount(options: ConnectAccountInput): ConnectAccountState {
  const { environmentId, template, form, broken, proposedName, onConnected, t } = options;
  const connectionTemplateId = template.id;
  const sending = useSendConnection({
    environmentId,
    connectionTemplateId,
    broken,
    onConnected,
    onSpent: () => keep(nothingGranted),
  });
  const { unsettled, isSending, error } = sending;
  const [granted, setGranted] = useState(() => listGranted(unsettled));
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

  const toName = (values: JsonObject): NameAndAddress =>
    broken === null ? toNameAndAddress(values, proposedName) : { name: broken.name };

  const schema = useMemo(
    () => toConnectSchema({ form, isRepair: broken !== null, t }),
    [form, broken, t],
  );
  const refusals = useMemo(() => (error === null ? [] : toFormFields(error.fields)), [error]);
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
      if (next !== null) {
        sending.clearError();
        authorization?.startAuthorization(next);
        return;
      }
      const credentials = toCredentials(form, values, latestGranted.current);
      if (credentials === null) return;
      const place = { environmentId, connectionTemplateId, credentials };
      void sending.send({ ...place, ...toName(values) });
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
    readNameAndAddress: () => (broken === null ? toName(fields.values()) : {}),
    sendAgain: unsettled && sending.sendAgain,
  };
}
