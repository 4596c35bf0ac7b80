import { isIpv4, isIpv6 } from './addresses.js';

/** RFC 1123, and for encoded labels (`xn--`) RFC 5890. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isLabel);
}

/** Two hyphens in the third and fourth place are kept for encoded labels (RFC 5891, 4.2.3.1). */
function isLabel(label: string): boolean {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label)) return false;
  if (label.slice(2, 4) !== '--') return true;
  return /^xn--/i.test(label) && toAsciiHost(label) === label.toLowerCase();
}

/** Letters that RFC 5892 allows in no label, or only beside certain others; browsers let them pass. */
const MISPLACED = [
  /\u302e|\u302f|[\u0640\u07fa\u3031-\u3035\u303b]/,
  /(?:^|[^l])\u00b7|\u00b7(?!l)/,
  /\u0375(?!\p{Script=Greek})/u,
  /(?:^|\P{Script=Hebrew})[\u05f3\u05f4]/u,
  /^[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]*\u30fb[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]*$/u,
] as const;

/** RFC 5890. Any of its dots may part labels. */
export function isInternationalHostname(text: string): boolean {
  if (/[\s/?#@:\\[\]%]/.test(text) || text === '') return false;
  const labels = text.split(/[.\u3002\uff0e\uff61]/);
  if (labels.some((label) => MISPLACED.some((rule) => rule.test(label)))) return false;
  const ascii = toAsciiHost(text);
  return ascii !== null && isHostname(ascii);
}

/** Punycode and its rules are the browser's: no table of ours could be as small or as right. */
function toAsciiHost(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

const QUOTED = /^"(?:[ !#-[\]-~]|\P{ASCII}|\\(?:[ -~]|\P{ASCII}))*"$/u;
const ATOM = /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|\P{ASCII})+$/u;
const ASCII = /^[ -~]*$/;

/** RFC 5321, or RFC 6531 where the host may be international. */
export function isEmail(text: string, isHost: (host: string) => boolean): boolean {
  const at = text.lastIndexOf('@');
  const name = text.slice(0, at);
  const host = text.slice(at + 1);
  const isName = QUOTED.test(name) || name.split('.').every((atom) => ATOM.test(atom));
  if (at < 1 || name.length > 64 || !isName) return false;
  if (isHost === isHostname && !ASCII.test(name)) return false;
  const [, literal] = /^\[(.*)\]$/.exec(host) ?? [];
  if (literal === undefined) return isHost(host);
  return /^ipv6:/i.test(literal) ? isIpv6(literal.slice(5)) : isIpv4(literal);
}
