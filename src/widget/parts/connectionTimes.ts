import type { Connection } from '../../domain/connection.js';
import type { Text } from '../root/text.js';

/** A moment in a connection's life. */
export interface ConnectionTime {
  /** As the platform wrote it. */
  readonly iso: string;
  /** Such as "Added 3 months ago". */
  readonly text: string;
  /** Such as "Added 3 March 2026 at 10:04". */
  readonly exact: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
];

/** Nothing was connected before the web was, or will be from the day after tomorrow on. */
const EARLIEST_MS = Date.UTC(1990, 0);
const LATEST_AHEAD_MS = 2 * DAY_MS;

/** When a connection was added and last changed. A date that is none, or is absurd, is left out. */
export function toTimes(text: Text, { createdAt, updatedAt }: Connection): ConnectionTime[] {
  const now = Date.now();
  const added = toTime(createdAt, now);
  const changed = toTime(updatedAt, now);
  const isUnchanged = added !== null && changed !== null && changed - added < MINUTE_MS;
  return [
    ...describe(text, 'added', createdAt, added, now),
    ...describe(text, 'changed', updatedAt, isUnchanged ? null : changed, now),
  ];
}

function toTime(iso: string | undefined, now: number): number | null {
  const time = Date.parse(iso ?? '');
  return time > EARLIEST_MS && time < now + LATEST_AHEAD_MS ? time : null;
}

function describe(
  text: Text,
  what: 'added' | 'changed',
  iso: string | undefined,
  time: number | null,
  now: number,
): ConnectionTime[] {
  if (iso === undefined || time === null) return [];
  const ago = toRelative(text.locale, Math.min(time - now, 0));
  return [
    {
      iso,
      text: text.t(`connection.${what}.relative`, { ago }),
      exact: text.t(`connection.${what}`, { date: text.formatMoment(iso) }),
    },
  ];
}

const formats = new Map<string, Intl.RelativeTimeFormat>();

function toRelative(locale: string, distanceMs: number): string {
  const format = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  formats.set(locale, format);
  const [unit, ms] = UNITS.find(([, size]) => -distanceMs >= size) ?? ['second', Infinity];
  return format.format(Math.trunc(distanceMs / ms), unit);
}
