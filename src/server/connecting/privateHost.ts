/**
 * Whether a host is not of the public internet: loopback, private and link-local addresses, names of
 * local networks. Credentials that a user enters are sent to the address that they give, so it must not
 * reach into the platform's own network. A public name may still resolve to a private address; only who
 * connects can see that.
 * @param hostname Of a parsed URL: numbers are dotted decimals, IPv6 is in brackets.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/(?<!\.)\.+$/, '');
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  if (/^\d+(\.\d+){3}$/.test(host)) return isPrivateIpv4(host);
  return !host.includes('.') || localSuffixes.some((suffix) => host.endsWith(suffix));
}

const localSuffixes: readonly string[] = [
  '.localhost',
  '.local',
  '.localdomain',
  '.internal',
  '.intranet',
  '.lan',
  '.home.arpa',
];

/** Networks that are not public (RFC 6890 and later), as `address/bits`. */
const privateNetworks: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

function isPrivateIpv4(address: string): boolean {
  const wanted = toNumber(address);
  return privateNetworks.some((network) => {
    const [start = '', bits = ''] = network.split('/');
    const size = 2 ** (32 - Number(bits));
    return wanted >= toNumber(start) && wanted < toNumber(start) + size;
  });
}

function toNumber(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

/** Only global unicast addresses (2000::/3) are public, but for those that embed an IPv4 address. */
function isPrivateIpv6(address: string): boolean {
  const groups = expand(address);
  const first = groups[0] ?? 0;
  if (first < 0x2000 || first > 0x3fff) return true;
  // 6to4 (2002::/16) and Teredo and documentation (2001::/23, 2001:db8::/32) lead elsewhere.
  if (first === 0x2002) return true;
  return first === 0x2001 && ((groups[1] ?? 0) < 0x200 || groups[1] === 0xdb8);
}

/** The eight groups of a parsed address. */
function expand(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const toGroups = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const start = toGroups(head);
  if (tail === undefined) return start;
  const end = toGroups(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => 0);
  return [...start, ...zeros, ...end];
}
