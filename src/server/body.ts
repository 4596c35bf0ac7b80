import type { Deadline } from './deadline.js';
import { Refusal } from './refusal.js';

/** 256 KiB: far beyond what a person types, far below what hurts. */
const mostBytes = 256 * 1024;

/**
 * The JSON of a request's body.
 * @throws {Refusal} 415, 413, or 400 where it is no JSON, or does not come in time.
 */
export async function readJsonBody(request: Request, deadline: Deadline): Promise<unknown> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal('invalid', {
      status: 415,
      detail: 'Send the body as application/json.',
    });
  }
  if (Number(request.headers.get('Content-Length')) > mostBytes) throw tooLarge();
  try {
    return JSON.parse(await readText(request, deadline));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('invalid', { status: 400, detail: 'The body is not JSON.' });
  }
}

/** Reads no further than the limit, whatever length was announced. */
async function readText({ body }: Request, deadline: Deadline): Promise<string> {
  const chunks: BlobPart[] = [];
  let length = 0;
  const taken = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      length += chunk.length;
      if (length > mostBytes) throw tooLarge();
      chunks.push(chunk);
    },
  });
  await body?.pipeTo(taken, deadline);
  const bytes = await new Blob(chunks).arrayBuffer();
  // At once: decoders that wait for more are the slow ones.
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function tooLarge(): Refusal {
  const detail = `The body is larger than ${mostBytes} bytes.`;
  return new Refusal('invalid', { status: 413, detail });
}
