import { isIpv6 } from './addresses.js';

/** The parts of any text as a URI (RFC 3986, appendix B). */
const PARTS = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/su;
const SCHEME = /^[a-z][a-z0-9+.-]*$/i;
const AUTHORITY = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:@[\]]*)(?::\d*)?$/;
const CHARACTERS = /^(?:[a-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9a-f]{2})*$/i;

/** The characters beyond ASCII that an IRI may hold (RFC 3987): no controls, spaces or surrogates. */
const BEYOND_ASCII = /[^\p{ASCII}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Z}]/gu;

export function isUri(text: string): boolean {
  return isReference(text) && /^[^/?#]*:/.test(text);
}

export function isUriReference(text: string): boolean {
  return isReference(text);
}

export function isIri(text: string): boolean {
  return isUri(text.replace(BEYOND_ASCII, 'x'));
}

export function isIriReference(text: string): boolean {
  return isReference(text.replace(BEYOND_ASCII, 'x'));
}

function isReference(text: string): boolean {
  const [, scheme, authority, path = '', query = '', fragment = ''] = PARTS.exec(text) ?? [];
  if (scheme !== undefined && !SCHEME.test(scheme)) return false;
  if (authority !== undefined && !isAuthority(authority)) return false;
  return CHARACTERS.test(path + query + fragment) && !fragment.slice(1).includes('#');
}

function isAuthority(text: string): boolean {
  const found = AUTHORITY.exec(text);
  const [, user = '', host = ''] = found ?? [];
  if (found === null || !CHARACTERS.test(user)) return false;
  if (!host.startsWith('[')) return CHARACTERS.test(host);
  const literal = host.slice(1, -1);
  return isIpv6(literal) || /^v[0-9a-f]+\.[a-z0-9._~!$&'()*+,;=:-]+$/i.test(literal);
}

const NAME = /^(?:[a-z0-9_]|%[0-9a-f]{2})(?:\.?(?:[a-z0-9_]|%[0-9a-f]{2}))*(?:\*|:[1-9]\d{0,3})?$/i;

/** RFC 6570. */
export function isUriTemplate(text: string): boolean {
  const [literal = '', ...rest] = text.split('{');
  return isLiteral(literal) && rest.every(isExpressionAndLiteral);
}

function isExpressionAndLiteral(text: string): boolean {
  const end = text.indexOf('}');
  const names = text.slice(0, Math.max(end, 0)).replace(/^[+#./;?&=,!@|]/, '');
  return (
    end > 0 && names.split(',').every((name) => NAME.test(name)) && isLiteral(text.slice(end + 1))
  );
}

function isLiteral(text: string): boolean {
  return !/[\p{Cc} "<>\\^`|}]/u.test(text) && !/%(?![0-9a-f]{2})/i.test(text);
}
