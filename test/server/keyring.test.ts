import { afterEach, describe, expect, it, vi } from 'vitest';

/** What is made at a place without Node's own hashes, such as a worker. */
async function loadKeyring(
  hasNode: boolean,
): Promise<typeof import('../../src/server/keyring.js')> {
  vi.resetModules();
  if (!hasNode) {
    const missing = { getBuiltinModule: { value: undefined } };
    vi.stubGlobal('process', Object.create(process, missing));
  }
  return import('../../src/server/keyring.js');
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the keyring', () => {
  it.each(['', 'a text', 'größer 漢字 🙂', 'x'.repeat(10_000)])(
    'hashes and signs alike on Node and elsewhere: %#',
    async (text) => {
      const [node, elsewhere] = [await loadKeyring(true), await loadKeyring(false)];
      expect(await node.toDigest(text)).toBe(await elsewhere.toDigest(text));
      const [one, other] = [node.createKeyring('secret'), elsewhere.createKeyring('secret')];
      expect(await one.sign('body', text)).toBe(await other.sign('body', text));
      expect(await one.open('binding', await other.seal('binding', text))).toBe(text);
    },
  );

  it('makes the SHA-256 that everybody makes', async () => {
    const { toDigest } = await loadKeyring(true);
    expect(await toDigest('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('keeps purposes, secrets and bindings apart', async () => {
    const { createKeyring } = await loadKeyring(true);
    const [one, other] = [createKeyring('secret'), createKeyring('another')];
    const signed = [await one.sign('a', 'x'), await one.sign('b', 'x'), await other.sign('a', 'x')];
    expect(new Set(signed).size).toBe(3);
    expect(await one.open('another binding', await one.seal('binding', 'x'))).toBeNull();
    expect(await other.open('binding', await one.seal('binding', 'x'))).toBeNull();
  });

  it('makes hashes on the spot where Node has its own', async () => {
    const { createKeyring, toDigest } = await loadKeyring(true);
    const slow = [vi.spyOn(crypto.subtle, 'digest'), vi.spyOn(crypto.subtle, 'sign')];
    await toDigest('a text');
    await createKeyring('secret').sign('body', 'a text');
    expect(slow.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it('opens nothing that it did not seal', async () => {
    const { createKeyring } = await loadKeyring(true);
    const keyring = createKeyring('secret');
    const sealed = await keyring.seal('binding', 'a text');
    for (const forged of ['', 'x', sealed.slice(2), `${sealed}00`]) {
      expect(await keyring.open('binding', forged)).toBeNull();
    }
  });
});
