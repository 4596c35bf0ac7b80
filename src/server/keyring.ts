/** Signs and seals texts that a browser carries, so that it can neither read nor forge them. */
export interface Keyring {
  /** A keyed hash of a text; `purpose` keeps hashes of different things apart. */
  sign(purpose: string, text: string): Promise<string>;
  /** An encrypted text that `open` reads under the same binding only. */
  seal(binding: string, text: string): Promise<string>;
  /** `null`: sealed elsewhere, under another binding, or tampered with. */
  open(binding: string, sealed: string): Promise<string | null>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const nonceBytes = 12;
const encoder = new TextEncoder();

/**
 * Node's own hashes, if available: they are synchronous, while each of `crypto.subtle` goes through
 * another thread, which for a text this short is nearly all of its cost.
 */
const node = globalThis.process?.getBuiltinModule?.('node:crypto');

/**
 * Derives all keys from one secret. With the platform credential, every process of a host has the
 * same keys without further configuration; a new credential only makes old cursors and revisions
 * stale.
 */
export function createKeyring(secret: string): Keyring {
  const keys = new Map<string, Promise<Bytes>>();

  /** Derives the key of one purpose, which is of no use for another. */
  function getKey(purpose: string): Promise<Bytes> {
    const label = `react-versori-onboarding/${purpose}`;
    const key = keys.get(purpose) ?? toHmac(encoder.encode(secret), label);
    keys.set(purpose, key);
    return key;
  }

  async function getSealingKey(): Promise<CryptoKey> {
    const key = await getKey('seal');
    return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  return {
    async sign(purpose, text) {
      return toHex(await toHmac(await getKey(purpose), text));
    },
    async seal(binding, text) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const algorithm = toAlgorithm(iv, binding);
      const key = await getSealingKey();
      const sealed = await crypto.subtle.encrypt(algorithm, key, encoder.encode(text));
      return toHex(iv) + toHex(new Uint8Array(sealed));
    },
    async open(binding, sealed) {
      const bytes = fromHex(sealed);
      const algorithm = toAlgorithm(bytes.slice(0, nonceBytes), binding);
      try {
        const key = await getSealingKey();
        const text = await crypto.subtle.decrypt(algorithm, key, bytes.slice(nonceBytes));
        return new TextDecoder().decode(text);
      } catch {
        return null; // Forged, or bound to something else: a result, not an error.
      }
    },
  };
}

/** SHA-256 as hexadecimal. */
export async function toDigest(text: string): Promise<string> {
  if (node !== undefined) return node.createHash('sha256').update(text).digest('hex');
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))));
}

/** HMAC with SHA-256. */
async function toHmac(secret: Bytes, text: string): Promise<Bytes> {
  if (node !== undefined) return node.createHmac('sha256', secret).update(text).digest();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

function toAlgorithm(iv: BufferSource, binding: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(binding) };
}

function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Decodes hexadecimal; other texts become bytes that fail to decrypt. */
function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
