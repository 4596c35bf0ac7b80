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
const encoder = new TextEncoder();

/**
 * Keys that are derived from the platform credential: every process of a host has the same, without
 * another secret to configure. A new credential makes old cursors and revisions stale, no more.
 */
export function createKeyring(secret: string): Keyring {
  const keys = new Map<string, Promise<CryptoKey>>();

  function remember(name: string, create: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const known = keys.get(name) ?? create();
    keys.set(name, known);
    return known;
  }

  function signingKey(purpose: string): Promise<CryptoKey> {
    return remember(`sign ${purpose}`, async () => toHmacKey(await derive(secret, purpose)));
  }

  function sealingKey(): Promise<CryptoKey> {
    return remember('seal', async () =>
      crypto.subtle.importKey('raw', await derive(secret, 'seal'), 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]),
    );
  }

  return {
    async sign(purpose, text) {
      const key = await signingKey(purpose);
      return toBase64Url(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
    },
    async seal(binding, text) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(binding) };
      const sealed = await crypto.subtle.encrypt(
        algorithm,
        await sealingKey(),
        encoder.encode(text),
      );
      return `${toBase64Url(iv.buffer)}.${toBase64Url(sealed)}`;
    },
    async open(binding, sealed) {
      const [iv, data] = sealed.split('.').map(fromBase64Url);
      if (!iv || !data || iv.length !== nonceBytes) return null;
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(binding) };
      try {
        const text = await crypto.subtle.decrypt(algorithm, await sealingKey(), data);
        return new TextDecoder().decode(text);
      } catch {
        return null; // Not ours: that is the answer to the question, not an error.
      }
    },
  };
}

/** SHA-256 as hexadecimal. */
export async function toDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function derive(secret: string, purpose: string): Promise<ArrayBuffer> {
  const key = await toHmacKey(encoder.encode(secret));
  return crypto.subtle.sign('HMAC', key, encoder.encode(`react-versori-onboarding/${purpose}`));
}

function toHmacKey(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function toBase64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
