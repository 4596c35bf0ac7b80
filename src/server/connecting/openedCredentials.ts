import type { CredentialInput } from '../../domain/credential.js';
import type { DefinedTemplate } from '../definitions.js';
import type { NewCredential } from '../platform/newConnection.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';
import type { ConnectionPlace } from './connectionIntent.js';
import { checkCredentials, toNewCredential } from './credentialData.js';
import { openTicket, type Ticket } from './ticket.js';

/** The credentials as the platform wants them, and the sign-ins that they come from. */
export interface OpenedCredentials {
  readonly credentials: readonly NewCredential[];
  readonly tickets: readonly { readonly schemeIndex: number; readonly ticket: Ticket }[];
}

/** @throws {ProblemError} 422 for what is not of the template, and for a ticket that is not good. */
export async function openCredentials(
  services: Services,
  context: RequestContext,
  place: ConnectionPlace,
  { authSchemes }: DefinedTemplate,
  inputs: readonly CredentialInput[],
): Promise<OpenedCredentials> {
  checkCredentials(inputs, authSchemes);
  const { organisationId } = services.settings.platform;
  const now = services.runtime.now();
  const credentials: NewCredential[] = [];
  const tickets: { schemeIndex: number; ticket: Ticket }[] = [];
  for (const [schemeIndex, scheme] of authSchemes.entries()) {
    const input = inputs[schemeIndex];
    if (input === undefined) continue;
    let redirectUrl: string | undefined;
    if ('ticket' in input) {
      const ticket = await openTicket(services, context, { ...place, schemeIndex }, input);
      tickets.push({ schemeIndex, ticket });
      redirectUrl = ticket.redirectUrl;
    }
    credentials.push(toNewCredential(input, { scheme, redirectUrl, organisationId, now }));
  }
  return { credentials, tickets };
}
