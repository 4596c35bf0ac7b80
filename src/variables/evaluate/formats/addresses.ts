const OCTET = /^(?:0|[1-9]\d{0,2})$/;

export function isIpv4(text: string): boolean {
  const octets = text.split('.');
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255);
}

/** RFC 4291, without a zone. */
export function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  const last = tail ?? head;
  const embedded = /[^:]*$/.exec(last)?.[0] ?? '';
  const hasIpv4 = embedded.includes('.');
  if (hasIpv4 && !isIpv4(embedded)) return false;
  const plain = hasIpv4 ? `${last.slice(0, last.length - embedded.length)}0:0` : last;
  const groups = [...toGroups(tail === undefined ? '' : head), ...toGroups(plain)];
  const fits = tail === undefined ? groups.length === 8 : groups.length <= 7;
  return fits && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}

function toGroups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
