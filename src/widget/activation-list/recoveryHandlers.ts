import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';

/** What a user can do about an account that does not work; each only where it is possible. */
export interface RecoveryHandlers {
  /** The host's own way to sign in again. Resolves when it is through; rejects where it failed. */
  readonly reconnect?: (template: ConnectionTemplate, connection: Connection) => Promise<void>;
  /** Makes the activation anew with another account of that template. */
  readonly replace?: (template: ConnectionTemplate) => void;
}
