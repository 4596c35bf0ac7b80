import type { ConnectionInput } from '../../domain/connectionInput.js';
import { isAuthorizedKind } from '../../domain/credential.js';
import type { JsonObject } from '../../domain/json.js';
import type { ConnectForm } from '../../domain/template.js';
import type { GrantedCredentials } from './toCredentials.js';

export type NameAndAddress = Pick<ConnectionInput, 'name' | 'baseUrl'>;

export const nothingGranted: GrantedCredentials = new Map();

/** The sign-ins at the provider that an input holds. */
export function listGranted(input: ConnectionInput | null): GrantedCredentials {
  if (input === null) return nothingGranted;
  return new Map(
    input.credentials.flatMap((credential, index) =>
      'ticket' in credential ? [[index, credential] as const] : [],
    ),
  );
}

/** What the form begins with: what was sent already, else what came back from the provider's page. */
export function toInitialValues(
  unsettled: ConnectionInput | null,
  returned: JsonObject | undefined,
  proposedName: string,
): JsonObject {
  if (unsettled === null) return { name: proposedName, ...returned };
  const { name, baseUrl } = unsettled;
  return baseUrl === undefined ? { name } : { name, baseUrl };
}

/** The first scheme whose credential the provider's page still has to give; `null`: there is none. */
export function findNextSignIn(
  { schemes }: ConnectForm,
  granted: GrantedCredentials,
): number | null {
  const index = schemes.findIndex(({ kind }, at) => isAuthorizedKind(kind) && !granted.has(at));
  return index === -1 ? null : index;
}

/** `proposedName`: of an account that the user gave none. */
export function toNameAndAddress(values: JsonObject, proposedName: string): NameAndAddress {
  const name = toText(values['name']) || proposedName;
  const baseUrl = toText(values['baseUrl']);
  return baseUrl === '' ? { name } : { name, baseUrl };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
