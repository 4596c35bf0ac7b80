import { isJsonObject } from '../../domain/json.js';
import { textAt } from '../platform/jsonAccess.js';
import { invalidField } from '../problemError.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';

/** How long a user may take to sign in at the provider. */
export const ticketMs: number = 15 * 60 * 1000;

/** What a sign-in is for: a code that comes back is good for exactly this. */
export interface TicketPurpose {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  readonly schemeIndex: number;
  /** The connection to sign in again to; `null`: a new one. */
  readonly connectionId: string | null;
}

export interface Ticket {
  /** Names the ticket in the store, which lets it be used once. */
  readonly id: string;
  readonly state: string;
  /** The temporary token of OAuth 1.0a. */
  readonly oauthToken: string | undefined;
  /** The host's own callback address, where one was used. */
  readonly redirectUrl: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Seals a ticket, so that the browser can neither read it nor use it for anything else. */
export function sealTicket(
  { keyring }: Services,
  context: RequestContext,
  purpose: TicketPurpose,
  ticket: Ticket,
): Promise<string> {
  return keyring.seal(toBinding(context, purpose), JSON.stringify(ticket));
}

/**
 * Opens the ticket of a credential. Another user's, another template's or scheme's, one for another
 * connection, one that is too old, and an answer to another sign-in are refused alike: a page that
 * feeds a stranger's code to the user (login CSRF) has no ticket for it.
 * @throws {ProblemError} 422 at the credential's `ticket`
 */
export async function openTicket(
  { keyring, runtime }: Services,
  context: RequestContext,
  purpose: TicketPurpose,
  given: { readonly ticket: string; readonly state: string; readonly oauthToken?: string },
): Promise<Ticket> {
  const opened = await keyring.open(toBinding(context, purpose), given.ticket);
  const ticket = opened === null ? null : parseTicket(JSON.parse(opened));
  const isOwn =
    ticket !== null &&
    ticket.state === given.state &&
    (ticket.oauthToken === undefined || ticket.oauthToken === given.oauthToken);
  if (!isOwn || ticket.expiresAt <= runtime.now()) throw invalidTicket(purpose.schemeIndex);
  return ticket;
}

export function invalidTicket(schemeIndex: number): Error {
  const path = `/credentials/${schemeIndex}/ticket`;
  return invalidField(path, 'This sign-in is over, or was used already. Sign in again.');
}

function toBinding({ user }: RequestContext, purpose: TicketPurpose): string {
  const { environmentId, connectionTemplateId, schemeIndex, connectionId } = purpose;
  return JSON.stringify([
    'authorization',
    user.externalId,
    environmentId,
    connectionTemplateId,
    schemeIndex,
    connectionId,
  ]);
}

function parseTicket(value: unknown): Ticket | null {
  if (!isJsonObject(value)) return null;
  const { expiresAt } = value;
  const id = textAt(value, 'id');
  const state = textAt(value, 'state');
  if (id === undefined || state === undefined || typeof expiresAt !== 'number') return null;
  return {
    id,
    state,
    expiresAt,
    oauthToken: textAt(value, 'oauthToken'),
    redirectUrl: textAt(value, 'redirectUrl'),
  };
}
