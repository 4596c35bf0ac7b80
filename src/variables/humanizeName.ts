/**
 * Turns the name of a property or definition into words: `endpoint_skip_tls_verify` → "Endpoint skip
 * TLS verify". Names that are no identifiers stay as they are.
 */
export function humanizeName(name: string): string {
  if (!/^[A-Za-z_$][\w$.-]*$/.test(name)) return name;
  const words = name
    .replace(/OAuth/g, 'Oauth')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '');
  const [first, ...rest] = words.map(toWord);
  if (first === undefined) return name;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
}

/** Abbreviations that are written in capitals. */
const UPPER_CASE = new Set(
  'acl api arn aws ca cdc cidr cpu crm csv db dns ftp gb gcp http https iam id ip json jwt kb kms lsn mb pem s3 sftp sku sql ssh ssl sso tcp tls ttl udp ui uri url utc uuid vat vpc xml'.split(
    ' ',
  ),
);

const MIXED_CASE: Readonly<Record<string, string>> = {
  ids: 'IDs',
  urls: 'URLs',
  oauth: 'OAuth',
  oauth2: 'OAuth2',
};

function toWord(word: string): string {
  const lower = word.toLowerCase();
  if (Object.hasOwn(MIXED_CASE, lower)) return MIXED_CASE[lower] ?? word;
  if (UPPER_CASE.has(lower)) return lower.toUpperCase();
  // Capitals within an identifier begin its words; a word of capitals is an abbreviation.
  return /^[A-Z]{2,}\d*$/.test(word) && word.length <= 4 ? word : lower;
}
