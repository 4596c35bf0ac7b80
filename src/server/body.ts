import { Refusal } from './refusal.js';

/** 256 KiB: far beyond what a person types, far below what hurts. */
const mostBytes = 256 * 1024;

/**
 * The JSON of a request's body.
 * @throws {Refusal} 415, 413, or 400 where it is no JSON.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal('invalid', {
      status: 415,
      detail: 'Send the body as application/json.',
    });
  }
  if (Number(request.headers.get('Content-Length')) > mostBytes) throw tooLarge();
  try {
    return JSON.parse(await readText(request));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('invalid', { status: 400, detail: 'The body is not JSON.' });
  }
}

/** Reads no further than the limit, whatever length was announced. */
async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  chunks.reduce((at, chunk) => (bytes.set(chunk, at), at + chunk.length), 0);
  // At once: decoders that wait for more are the slow ones.
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function tooLarge(): Refusal {
  const detail = `The body is larger than ${mostBytes} bytes.`;
  return new Refusal('invalid', { status: 413, detail });
}
