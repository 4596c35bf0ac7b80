import type { ConnectRules } from '../options.js';
import { invalidField } from '../problemError.js';
import { isPrivateHost } from './privateHost.js';

/**
 * Returns the origin that a connection may have, or `undefined` for none. It decides on where
 * credentials go: http(s) only, without user info, in the host's list of domains, and private only where
 * that list says so.
 * @throws {ProblemError} 422 at `/baseUrl`
 */
export function readAccountAddress(
  text: string | undefined,
  { baseUrl = 'no', allowedDomains }: ConnectRules,
): string | undefined {
  const given = text?.trim() ?? '';
  if (given === '') {
    if (baseUrl === 'required') throw invalidAddress('Enter the address of your account.');
    return undefined;
  }
  if (baseUrl === 'no') throw invalidAddress('This account takes no address.');
  const url = parse(given);
  if (url === null) throw invalidAddress('This is no web address.');
  if (url.username !== '' || url.password !== '') {
    throw invalidAddress('The address must not contain a user name or a password.');
  }
  const isListed = allowedDomains?.some((domain) => isWithinDomain(url.hostname, domain));
  if (isListed === false) throw invalidAddress('Addresses in this domain are not allowed here.');
  if (isListed === undefined && isPrivateHost(url.hostname)) {
    throw invalidAddress('Addresses of private networks are not allowed here.');
  }
  return url.origin;
}

/** The platform takes `https` where no scheme is given, and so does this. */
function parse(text: string): URL | null {
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
}

function isWithinDomain(hostname: string, domain: string): boolean {
  const host = hostname.replace(/\.$/, '');
  const wanted = (parse(domain)?.hostname ?? domain.toLowerCase()).replace(/^\.|\.$/g, '');
  // An address has no subdomains: `1.10.0.0.1` is not below `10.0.0.1`, but no URL parses to it either.
  return host === wanted || host.endsWith(`.${wanted}`);
}

function invalidAddress(message: string): Error {
  return invalidField('/baseUrl', message);
}
