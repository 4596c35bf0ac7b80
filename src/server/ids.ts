/**
 * Whether a text is an id of the platform: a ULID, in either case. The zero ULID is none: the platform
 * writes it where an optional id is absent.
 */
export function isPlatformId(text: string): boolean {
  return /^(?!0{26}$)[0-7][0-9A-HJKMNP-TV-Z]{25}$/i.test(text);
}

/**
 * Whether a text may stand for a user in the platform's URLs. `.` and `..` may not, since a URL
 * collapses them however they are encoded; a lone surrogate cannot be encoded at all.
 */
export function isExternalId(text: string): boolean {
  if (text === '' || text === '.' || text === '..' || text.length > 256) return false;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f]/.test(text)) return false;
  // A lone surrogate: nothing but surrogates without their other half is left to match.
  return !/\p{Surrogate}/u.test(text);
}

/** Whether a text is a UUID, of any version. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new ULID: the time in its first ten characters, then 80 random bits. */
export function createUlid(now: number): string {
  const time = Array.from({ length: 10 }, (_, index) => {
    const step = Math.floor(now / 32 ** (9 - index)) % 32;
    return alphabet.charAt(step);
  });
  const random = crypto.getRandomValues(new Uint8Array(16));
  return time.join('') + Array.from(random, (byte) => alphabet.charAt(byte % 32)).join('');
}
