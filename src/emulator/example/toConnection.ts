import { toCanary } from '../canaries.js';
import type { StoredConnection } from '../platformData.js';
import type { ConnectionCredential, Credential } from '../shapes.js';
import { type AuthKind, toAuthSchemeConfig } from './authSchemes.js';
import { toCredentialSecret } from './credentialSecrets.js';
import type { ExampleClock } from './exampleClock.js';
import { exampleIds } from './exampleIds.js';

/** `expiring` is within the week in which people should hear of it. */
export type ExampleHealth = 'valid' | 'unchecked' | 'expiring' | 'expired' | 'failing';

export interface ConnectionSpec {
  readonly id: string;
  readonly name: string;
  readonly system: keyof typeof exampleIds.systems;
  /** Platform id; `null`: a static connection. */
  readonly owner: string | null;
  /** Applied together, in this order. */
  readonly auth: readonly AuthKind[];
  readonly baseUrl: string;
  /** Age in days. */
  readonly age: number;
  readonly health?: ExampleHealth;
  /** The template that it was made for. */
  readonly template?: string;
}

export function toConnection(spec: ConnectionSpec, clock: ExampleClock): StoredConnection {
  const { id, name, owner, baseUrl, age, template } = spec;
  return {
    id,
    name,
    endUserId: owner,
    credentials: spec.auth.map((kind, index) => toCredential(spec, kind, index, clock)),
    variables: [{ name: 'tenant', value: toCanary(`connection-variable-${toLabel(id)}`) }],
    baseUrl,
    createdAt: clock.at(-age),
    updatedAt: clock.at(-age / 2),
    systemId: exampleIds.systems[spec.system],
    ...(template !== undefined && { connectionTemplateId: template }),
  };
}

function toCredential(
  { id, auth, health = 'valid' }: ConnectionSpec,
  kind: AuthKind,
  index: number,
  clock: ExampleClock,
): ConnectionCredential {
  const organisationId = exampleIds.organisation;
  const label = `${toLabel(id)}-${index}`;
  const credentialId = id.replace('CNN', `CR${index}`);
  const scheme = { id: id.replace('CNN', `CA${index}`), organisationId, label };
  // Of several credentials only the last is unwell: the worst one decides.
  const own = index === auth.length - 1 ? toHealth(health, label, clock) : { errors: [] };
  return {
    id: credentialId,
    authSchemeConfig: toAuthSchemeConfig(kind, scheme),
    credential: {
      id: credentialId,
      organisationId,
      name: toCanary(`credential-name-${label}`),
      ...toCredentialSecret(kind, label, clock),
      ...own,
    },
  };
}

function toHealth(
  health: ExampleHealth,
  label: string,
  clock: ExampleClock,
): Pick<Credential, 'errors' | 'expiresAt'> {
  const failure = `401 from the token endpoint: ${toCanary(`credential-error-${label}`)}`;
  const healths: Record<ExampleHealth, Pick<Credential, 'errors' | 'expiresAt'>> = {
    valid: { errors: [] },
    unchecked: {},
    expiring: { errors: [], expiresAt: clock.at(4) },
    expired: { errors: [], expiresAt: clock.at(-2) },
    failing: { errors: [failure] },
  };
  return healths[health];
}

function toLabel(id: string): string {
  return `connection-${Number(id.slice(-7))}`;
}
