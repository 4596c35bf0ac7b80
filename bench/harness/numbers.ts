import type { Spread } from './result.js';

/** Three digits that count, and no more. */
export function toNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** The median, and where the runs differ the quartiles. */
export function toCell(spread: Spread | undefined): string {
  if (spread === undefined) return '–';
  const [median, low, high] = [spread.median, spread.low, spread.high].map(toNumber);
  return low === high ? `${median}` : `${median} (${low}–${high})`;
}
