import type { CallWithBody } from '../wire/call.js';
import type { Deadline } from './deadline.js';
import { findInexactNumber } from './inexactNumbers.js';
import { createPieceFinder } from './jsonPieces.js';
import { invalidField, ProblemError } from './problemError.js';
import { readBytes } from './readBytes.js';
import { untilAborted } from './runtime.js';

/** 256 KiB: far more than a person types, far less than a process notices. */
const maxBytes = 256 * 1024;

/** Braces, brackets, commas and colons: a table of 2,000 rows and four columns has as many. */
const maxMarks = 20_000;

/**
 * Reads the body of a call as the host API has it.
 * @throws {ProblemError} 422 with the first wrong place in `fields`; else as `readJsonBody`.
 */
export async function readBody<Body>(
  request: Request,
  deadline: Deadline,
  { parseBody }: CallWithBody<string, unknown, Body>,
): Promise<Body> {
  const body = parseBody(await readJsonBody(request, deadline));
  if (body.ok) return body.value;
  throw new ProblemError('invalid', { detail: body.field.message, fields: [body.field] });
}

/**
 * @throws {ProblemError} 415, 413, 400 if it is not JSON or does not arrive in time, or 422 if a
 * number would be stored as another one.
 */
async function readJsonBody(request: Request, deadline: Deadline): Promise<unknown> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ProblemError('invalid', {
      status: 415,
      detail: 'Send the body as application/json.',
    });
  }
  if (Number(request.headers.get('Content-Length')) > maxBytes) throw tooLarge();
  let text: string;
  let body: unknown;
  try {
    text = await readText(request, deadline);
    body = JSON.parse(text);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('invalid', { status: 400, detail: 'The body is not JSON.' });
  }
  const inexact = findInexactNumber(text);
  if (inexact !== null) throw invalidField(inexact, 'This number cannot be stored exactly.');
  return body;
}

async function readText({ body }: Request, { signal }: Deadline): Promise<string> {
  const reader = body?.getReader();
  if (reader === undefined) return '';
  try {
    const bytes = await untilAborted(readBytes(reader, maxBytes), signal);
    if (bytes === null) throw tooLarge();
    const finder = createPieceFinder(bytes, {
      bytes: maxBytes,
      marks: maxMarks,
      total: maxMarks,
    });
    finder.scan(bytes.length);
    if (finder.isTooLarge) throw tooManyValues();
    // At once: decoders that wait for more are the slow ones.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    reader.cancel().catch(() => {}); // The failure is reported already.
    throw error;
  }
}

function tooLarge(): ProblemError {
  const detail = `The body is larger than ${maxBytes} bytes.`;
  return new ProblemError('invalid', { status: 413, detail });
}

function tooManyValues(): ProblemError {
  const detail = 'The body holds too many values.';
  return new ProblemError('invalid', { status: 413, detail });
}
