/** What a PEM text has to hold. */
export type PemKind = 'certificate' | 'key';

const labels: Readonly<Record<PemKind, string>> = {
  certificate: '(?:TRUSTED |X509 )?CERTIFICATE',
  key: '(?:[A-Z]+ )?PRIVATE KEY',
};

/** A regular expression, as a JSON Schema takes it, for texts with at least one block of the kind. */
export function toPemPattern(kind: PemKind): string {
  const label = labels[kind];
  return `-----BEGIN ${label}-----[\\s\\S]+-----END ${label}-----`;
}

/** The blocks of the kind within a file, which may hold others too; `null`: there is none. */
export function extractPem(text: string, kind: PemKind): string | null {
  const label = labels[kind];
  const blocks = text.match(
    new RegExp(`-----BEGIN ${label}-----[^-]+(?:-(?!----)[^-]*)*-----END ${label}-----`, 'g'),
  );
  return blocks && `${blocks.map((block) => block.replaceAll(/\r\n?/g, '\n')).join('\n')}\n`;
}
