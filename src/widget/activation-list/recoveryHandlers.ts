import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';

/** What a user can do about a connection that does not work; `undefined` where it is not possible. */
export interface RecoveryHandlers {
  /** The host's own way to sign in again. Resolves when it is through; rejects where it failed. */
  readonly reconnect:
    ((template: ConnectionTemplate, connection: Connection) => Promise<void>) | undefined;
  /** Makes the activation anew with another connection of that template. */
  readonly replace: ((template: ConnectionTemplate) => void) | undefined;
}
