import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import type { SigningKey } from './platformData.js';
import { createUlid } from './ulid.js';

export interface SigningKeyPair extends SigningKey {
  /** PKCS#8, as PEM: what the host's backend signs with. */
  readonly privateKey: string;
}

/** A fresh RS256 pair. Push it, or its public part, into `data.signingKeys` to have it trusted. */
export async function createSigningKey(): Promise<SigningKeyPair> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  return {
    id: createUlid(Date.now()),
    publicKey: await exportSPKI(pair.publicKey),
    privateKey: await exportPKCS8(pair.privateKey),
  };
}
