import { assertNever } from './assertNever.js';

/**
 * `ok`: the platform checked it and found nothing. `unchecked`: it never looked. `expiring`: the
 * platform deletes the credential within seven days. `expired`, `failing`: it does not work.
 */
export type HealthStatus = 'ok' | 'unchecked' | 'expiring' | 'expired' | 'failing';

export interface ConnectionHealth {
  readonly status: HealthStatus;
  /** RFC 3339, UTC: when the platform deletes the credential (never an access token's expiry). */
  readonly expiresAt?: string;
}

/** One of the user's accounts at a system, as far as a browser may know it. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  /** Origin only, http or https, without user info. */
  readonly baseUrl?: string;
  readonly authTypes: readonly string[];
  /** RFC 3339, UTC. */
  readonly createdAt?: string;
  /** RFC 3339, UTC. */
  readonly updatedAt?: string;
  readonly health: ConnectionHealth;
}

/** Whether an activation with this connection can be expected to work. */
export function isUsable(connection: Connection): boolean {
  const { status } = connection.health;
  switch (status) {
    case 'ok':
    case 'unchecked':
    case 'expiring':
      return true;
    case 'expired':
    case 'failing':
      return false;
    default:
      return assertNever(status);
  }
}
