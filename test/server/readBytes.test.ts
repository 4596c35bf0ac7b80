import { expect, it } from 'vitest';
import { readBytes } from '../../src/server/readBytes.js';

/** Gives each byte in the same chunk, so that whoever keeps chunks keeps the last byte alone. */
function readEach(bytes: readonly number[], maxBytes: number): Promise<Uint8Array | null> {
  const chunk = new Uint8Array(1);
  const left = bytes.values();
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = left.next();
        if (done) return controller.close();
        chunk[0] = value;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  return readBytes(stream.getReader(), maxBytes);
}

it('joins chunks without keeping them', async () => {
  const bytes = Array.from({ length: 1_000 }, (_, index) => index % 251);
  expect([...((await readEach(bytes, 1_000)) ?? [])]).toEqual(bytes);
});

it('gives up behind the limit', async () => {
  expect(await readEach([1, 2, 3], 2)).toBeNull();
  expect(await readEach([], 2)).toEqual(new Uint8Array(0));
});
