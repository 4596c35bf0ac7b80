/** The whole library of formats checks the rest; these it accepts where they are wrong, or skips. */
const TESTS: Readonly<Record<string, (text: string) => boolean>> = {
  hostname: isHostname,
  'idn-hostname': isInternationalHostname,
  email: (text) => isHostnameAfterAt(text, isHostname),
  'idn-email': (text) => /^[^\s@]+@/.test(text) && isHostnameAfterAt(text, isInternationalHostname),
  ipv4: (text) => !/(^|\.)0\d/.test(text),
  iri: (text) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(text),
  'iri-reference': (text) => /^[^\s<>"{}|\\^`]*$/.test(text),
};

/** What a `format` demands beyond the library's own check; `undefined`: nothing. */
export function getFormatTest(format: string): ((text: string) => boolean) | undefined {
  return Object.hasOwn(TESTS, format) ? TESTS[format] : undefined;
}

function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isLabel);
}

/** Two hyphens in the third and fourth place are kept for encoded labels (RFC 5891, 4.2.3.1). */
function isLabel(label: string): boolean {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label)) return false;
  if (label.slice(2, 4) !== '--') return true;
  return /^xn--/i.test(label) && toAsciiHost(label) === label.toLowerCase();
}

function isInternationalHostname(text: string): boolean {
  if (/[\s/?#@:\\[\]%]/.test(text) || text === '') return false;
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

function isHostnameAfterAt(text: string, test: (host: string) => boolean): boolean {
  const host = text.slice(text.lastIndexOf('@') + 1);
  return host.startsWith('[') || test(host);
}
