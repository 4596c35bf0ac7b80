/**
 * Milliseconds on a clock that only moves forward, from an arbitrary origin. For ages, deadlines,
 * leases and buckets: a corrected system clock must not stretch or end any of them. Not for dates.
 */
export function monotonicNow(): number {
  return performance.now();
}
