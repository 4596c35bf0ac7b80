const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Whether a text is a ULID, in either case. */
export function isUlid(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i.test(text);
}

/** A new ULID: the time in its first ten characters, then 80 random bits. */
export function createUlid(now: number): string {
  let time = '';
  for (let rest = now, step = 0; step < 10; step += 1, rest = Math.floor(rest / 32)) {
    time = alphabet.charAt(rest % 32) + time;
  }
  const random = crypto.getRandomValues(new Uint8Array(16));
  return time + Array.from(random, (byte) => alphabet.charAt(byte % 32)).join('');
}
