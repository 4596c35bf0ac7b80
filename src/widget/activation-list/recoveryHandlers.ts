import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';

/** What a user can do about a connection that does not work; `undefined` where it is not possible. */
export interface RecoveryHandlers {
  /** The host's own way to sign in again. Resolves when it is through; rejects where it failed. */
  readonly reconnect:
    ((template: ConnectionTemplate, connection: Connection) => Promise<void>) | undefined;
  /** Whether the widget itself can sign in again; the host's own way comes first. */
  readonly canRepairInPlace: (template: ConnectionTemplate) => boolean;
  /** The widget has signed in again: the lists are being read anew. */
  readonly onRepaired: (connection: Connection) => void;
  /** Makes the activation anew with another connection of that template. */
  readonly replace: ((template: ConnectionTemplate) => void) | undefined;
}
