/** What the handler signs and seals, so that a browser can carry it and neither read nor forge it. */
export interface Keyring {
  /** A keyed hash of a text; `purpose` keeps hashes of different things apart. */
  sign(purpose: string, text: string): Promise<string>;
  /** An encrypted text that `open` reads under the same binding only. */
  seal(binding: string, text: string): Promise<string>;
  /** `null`: sealed elsewhere, under another binding, or tampered with. */
  open(binding: string, sealed: string): Promise<string | null>;
}

const nonceBytes = 12;
const sealing = 'seal';
const encoder = new TextEncoder();

/**
 * Keys that are derived from the platform credential: every process of a host has the same, without
 * another secret to configure. A new credential makes old cursors and revisions stale, no more.
 */
export function createKeyring(secret: string): Keyring {
  const keys = new Map<string, Promise<CryptoKey>>();

  function getKey(purpose: string): Promise<CryptoKey> {
    const key = keys.get(purpose) ?? deriveKey(secret, purpose);
    keys.set(purpose, key);
    return key;
  }

  return {
    async sign(purpose, text) {
      const key = await getKey(purpose);
      return toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
    },
    async seal(binding, text) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const algorithm = toAlgorithm(iv, binding);
      const key = await getKey(sealing);
      return toHex(iv) + toHex(await crypto.subtle.encrypt(algorithm, key, encoder.encode(text)));
    },
    async open(binding, sealed) {
      const bytes = fromHex(sealed);
      const algorithm = toAlgorithm(bytes.slice(0, nonceBytes), binding);
      try {
        const key = await getKey(sealing);
        const text = await crypto.subtle.decrypt(algorithm, key, bytes.slice(nonceBytes));
        return new TextDecoder().decode(text);
      } catch {
        return null; // Not ours: that is the answer to the question, not an error.
      }
    },
  };
}

/** SHA-256 as hexadecimal. */
export async function toDigest(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** A key for one purpose alone: what is made with one says nothing under another. */
async function deriveKey(secret: string, purpose: string): Promise<CryptoKey> {
  const root = await toHmacKey(encoder.encode(secret));
  const label = encoder.encode(`react-versori-onboarding/${purpose}`);
  const bytes = await crypto.subtle.sign('HMAC', root, label);
  if (purpose !== sealing) return toHmacKey(bytes);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function toHmacKey(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function toAlgorithm(iv: BufferSource, binding: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(binding) };
}

function toHex(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is no hexadecimal becomes bytes that open nothing. */
function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
