import { toPointer } from '../domain/pointer.js';

interface Frame {
  /** The member's name or the item's index that the scan has come to. */
  step: string | number;
  isNameNext: boolean;
}

/** In any number that is not exact; a text may hold it too. */
const suspicion = /\d{16}|\dE/i;

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],]/g;

/**
 * Finds the first number that JavaScript would read as another one: too large (`1e400`), too small
 * (`1e-400`), or an integer beyond 2^53.
 * @param text Valid JSON.
 * @returns its JSON Pointer, or `null`.
 */
export function findInexactNumber(text: string): string | null {
  if (!suspicion.test(text)) return null;
  const frames: Frame[] = [];
  for (const [token] of text.matchAll(tokens)) {
    const frame = frames.at(-1);
    if (token === '{') frames.push({ step: '', isNameNext: true });
    else if (token === '[') frames.push({ step: 0, isNameNext: false });
    else if (token === '}' || token === ']') frames.pop();
    else if (token === ',') toNext(frame);
    else if (token.startsWith('"')) readText(frame, token);
    else if (!isExact(token)) return toPointer(frames.map(({ step }) => step));
  }
  return null;
}

function toNext(frame: Frame | undefined): void {
  if (frame === undefined) return;
  if (typeof frame.step === 'number') frame.step += 1;
  else frame.isNameNext = true;
}

/** Tells a name from a value by its place. */
function readText(frame: Frame | undefined, token: string): void {
  if (frame?.isNameNext !== true) return;
  frame.step = String(JSON.parse(token));
  frame.isNameNext = false;
}

function isExact(token: string): boolean {
  const value = Number(token);
  const [mantissa = '', exponent] = token.split(/e/i);
  if (value === 0) return !/[1-9]/.test(mantissa);
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return Number.isFinite(value);
  return exponent !== undefined && toDigits(mantissa) === toDigits(String(value));
}

/** Those that count. */
function toDigits(number: string): string {
  const digits = number.replace(/e.*|[-.]/g, '').replace(/^0+/, '');
  // In a loop: a pattern would try every zero as the first of the last ones.
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
