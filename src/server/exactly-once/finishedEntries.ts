/** A key whose activation is made. */
export type FinishedEntry = readonly [
  key: string,
  bodyHash: string,
  token: string,
  activationId: string,
  expiresAt: number,
];

/** Finished entries, counted from 1 as they are written. */
export interface FinishedEntries {
  /** How many were written, ever. */
  added(): number;
  /** How many of these, the first, are gone. */
  gone(): number;
  find(key: string): FinishedEntry | undefined;
  /** False: too long, no plain text, or no place left; then it was not written. */
  add(entry: FinishedEntry): boolean;
  remove(key: string): void;
  removeOldest(): void;
}

/** Two hashes, an activation's id, a token and a time, with what is between them. */
const placeBytes = 192;
const chains = 2 ** 14;

/**
 * Keeps that many entries as bytes in one block: as objects they would weigh twice as much, and the
 * garbage collector would look at each of them again and again, for a day. The block takes the
 * machine's memory as it fills, and never more.
 */
export function createFinishedEntries(most: number): FinishedEntries {
  const block = new Uint8Array(most * placeBytes);
  // The number of each chain's latest entry, and of the one that each entry follows in its chain.
  const latest = new Float64Array(chains);
  const earlier = new Float64Array(most);
  const hashes = new Uint32Array(most);
  let added = 0;
  let gone = 0;

  const getPlace = (number: number): Uint8Array =>
    block.subarray((number % most) * placeBytes).subarray(0, placeBytes);

  function locate(key: string): [Uint8Array, FinishedEntry] | undefined {
    const hash = toHash(key);
    // What is gone stands at the end of its chain, so that nothing has to be taken out of chains.
    for (let number = latest[hash % chains] ?? 0; number > gone;) {
      if (hashes[number % most] === hash) {
        const place = getPlace(number);
        const entry = readEntry(place);
        if (entry[0] === key) return [place, entry];
      }
      number = earlier[number % most] ?? 0;
    }
    return undefined;
  }

  return {
    added: () => added,
    gone: () => gone,
    find: (key) => locate(key)?.[1],
    add(entry) {
      const text = entry.join('\n').padEnd(placeBytes);
      const fits = text.length === placeBytes && /^([ -~]*\n){4}[ -~]*$/.test(text);
      if (added - gone >= most || !fits) return false;
      added += 1;
      const place = getPlace(added);
      for (let at = 0; at < placeBytes; at += 1) place[at] = text.charCodeAt(at);
      const hash = toHash(entry[0]);
      hashes[added % most] = hash;
      earlier[added % most] = latest[hash % chains] ?? 0;
      latest[hash % chains] = added;
      return true;
    },
    remove(key) {
      locate(key)?.[0].fill(0);
    },
    removeOldest() {
      gone += 1;
    },
  };
}

function readEntry(place: Uint8Array): FinishedEntry {
  const texts = String.fromCharCode(...place).split('\n');
  const [key = '', bodyHash = '', token = '', activationId = '', expiresAt] = texts;
  return [key, bodyHash, token, activationId, Number(expiresAt)];
}

/** Keys are hashes already, but a host may take anything for one. */
function toHash(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) | 0;
  return hash >>> 0;
}
