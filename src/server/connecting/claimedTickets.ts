import { isProvablyNotProcessed, PlatformFailure } from '../platform/platformFailure.js';
import type { ConnectionIntent, HeldClaim } from './connectionIntent.js';
import type { OpenedCredentials } from './openedCredentials.js';
import { invalidTicket } from './ticket.js';

/** The tickets of one intent: each is good once. */
export interface ClaimedTickets {
  /** Takes all of them. @throws {ProblemError} 422 for one that was used before. */
  take(tickets: OpenedCredentials['tickets']): Promise<void>;
  /** Gives them back where the platform certainly never saw the code. */
  giveBackAfter(error: unknown): Promise<void>;
}

export function createClaimedTickets(intent: ConnectionIntent): ClaimedTickets {
  const held: HeldClaim[] = [];
  return {
    async take(tickets) {
      for (const { schemeIndex, ticket } of tickets) {
        const claim = await intent.claimTicket(ticket.id);
        if (claim === null) throw invalidTicket(schemeIndex);
        held.push(claim);
      }
    },
    async giveBackAfter(error) {
      if (!(error instanceof PlatformFailure) || !isProvablyNotProcessed(error)) return;
      for (const claim of held) await intent.release(claim);
    },
  };
}
